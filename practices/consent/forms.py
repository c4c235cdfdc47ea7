"""The two forms of consent: writing one down, and withdrawing it."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from practices.choices import ConsentChannel


class ConsentForm(forms.Form):
    """Who agreed, when and how. Seen by editors only."""

    name = forms.CharField(
        label=_("Who gave consent?"),
        max_length=120,
        help_text=_("First name and surname. Only editors see this, and it is deleted in time."),
    )
    role = forms.CharField(
        label=_("In what role?"),
        max_length=120,
        help_text=_("For example: director of care. It must be somebody who may speak for the organisation."),
    )
    given_on = forms.DateField(label=_("On what day?"), widget=AdminDateInput)
    channel = forms.ChoiceField(label=_("How did you receive it?"), choices=ConsentChannel.choices)
    has_read = forms.BooleanField(
        label=_("This person read exactly this text, and knows what visitors will see"),
        error_messages={"required": _("Let the person read this text first. Then tick this.")},
    )

    def clean_given_on(self) -> datetime.date:
        """A day that has been."""
        day: datetime.date = self.cleaned_data["given_on"]
        if day > timezone.localdate():
            raise ValidationError(gettext("This day is still to come. Fill in the day of the consent."))
        return day

    def values(self) -> dict[str, Any]:
        """What ``record_consent`` asks for."""
        data = {key: self.cleaned_data[key] for key in ("name", "role", "given_on")}
        return {**data, "channel": ConsentChannel(self.cleaned_data["channel"])}


class WithdrawalForm(forms.Form):
    """Nothing is required: whoever withdraws owes nobody a reason."""

    reason = forms.CharField(
        label=_("Reason, if one was given"),
        max_length=500,
        required=False,
        help_text=_("Only editors see this, and it is deleted in time."),
    )
