"""What can be decided about a contribution that is on the portal: who looks after it, when, and the end."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import AdminDateInput

from practices.choices import ArchiveReason

#: Nobody remembers in ten years why it had to be checked then.
LONGEST = datetime.timedelta(days=3653)


class OwnerForm(forms.Form):
    """Somebody else looks after it."""

    owner = forms.ModelChoiceField(
        User.objects.none(),
        label=gettext_lazy("Who looks after it?"),
        error_messages={"required": gettext_lazy("Choose somebody.")},
    )

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["owner"]
        field.queryset = people
        field.label_from_instance = get_user_display_name


class DayForm(forms.Form):
    """Another day of checking, where something ends or changes then."""

    day = forms.DateField(
        label=gettext_lazy("Check again on"),
        widget=AdminDateInput,
        help_text=gettext_lazy("For example the day on which a subsidy or a pilot ends."),
        error_messages={"required": gettext_lazy("Fill in a day.")},
    )

    def clean_day(self) -> datetime.date:
        """From tomorrow on, and within ten years."""
        day: datetime.date = self.cleaned_data["day"]
        today = timezone.localdate()
        if not today < day <= today + LONGEST:
            raise forms.ValidationError(_("Choose a day after today, and within ten years."))
        return day


class ArchiveForm(forms.Form):
    """Why nobody should rely on it any more. Visitors who follow an old link read it."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Why?"),
        choices=[("", gettext_lazy("Choose a reason")), *ArchiveReason.choices],
        error_messages={"required": gettext_lazy("Choose the reason; visitors read it.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Explanation"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("One or two sentences for visitors, without names of persons."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
