"""The form on which a visitor tells that something is not right."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.choices import ReportKind
from editorial.guarded import GuardedForm
from editorial.models import Report


class ReportForm(GuardedForm, forms.ModelForm):  # type: ignore[type-arg]
    """Two questions and an optional mail address. Every error says what to do."""

    class Meta:
        model = Report
        fields = ("kind", "text", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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
