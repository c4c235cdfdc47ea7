"""The form on which a visitor tells that something is not right."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from editorial.choices import ReportKind
from editorial.models import Report
from editorial.spam import FASTEST, LONGEST, opened_now, was_opened


class ReportForm(forms.ModelForm):  # type: ignore[type-arg]
    """Two questions and an optional mail address. Every error says what to do."""

    #: A form that was refused keeps its moment of opening, so that sending it again works.
    opened = forms.CharField(required=False, widget=forms.HiddenInput)
    #: People never see this field; programs fill in everything.
    website = forms.CharField(required=False)

    class Meta:
        model = Report
        fields = ("kind", "text", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("opened", opened_now())
        kind = forms.ChoiceField(choices=ReportKind.choices, widget=forms.RadioSelect)
        kind.error_messages["required"] = _("Choose what your report is about.")
        text = forms.CharField(max_length=4000)
        text.error_messages["required"] = _("Write what you saw. One sentence is enough.")
        text.error_messages["max_length"] = _("Make your text shorter: 4,000 characters at most.")
        email = forms.EmailField(required=False, max_length=254)
        email.error_messages["invalid"] = _(
            "This is not a complete mail address. Write it like naam@voorbeeld.nl, or leave it empty."
        )
        self.fields.update({"kind": kind, "text": text, "email": email})

    def clean(self) -> dict[str, Any]:
        """Refuse what a program would do, in words that help a person who did it."""
        cleaned = super().clean() or {}
        token = cleaned.get("opened", "")
        if cleaned.get("website"):
            self._give_new("website", "")
            self.add_error(
                None, _("One field was filled in that must stay empty. It is empty now: send again.")
            )
        elif not was_opened(token, within=LONGEST):
            self._give_new("opened", opened_now())
            self.add_error(
                None, _("The form was open for a long time. Your text is still here: send it again.")
            )
        elif was_opened(token, within=FASTEST):
            self.add_error(None, _("That went very fast. Your text is still here: send it again."))
        return cleaned

    def _give_new(self, name: str, value: str) -> None:
        """Another value in the form that is shown again."""
        data = cast(QueryDict, self.data).copy()
        data[name] = value
        self.data = data
