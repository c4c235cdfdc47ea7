"""The form on which anybody tells a story: five questions, two of which may stay empty."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from editorial.guarded import GuardedForm
from editorial.models import Tip
from editorial.spam import MOST_LINKS, count_links
from editorial.tips.choices import TipKind, TipOutcome
from regions.lookup import region_for
from regions.models import Region

LONGEST_TEXT = 4000


class TipForm(GuardedForm):
    """What, where, what came of it, whether it worked, and whether we may make contact."""

    kind = forms.ChoiceField(choices=TipKind.choices, widget=forms.HiddenInput)
    tried = forms.CharField(max_length=LONGEST_TEXT)
    place = forms.CharField(required=False, max_length=80)
    region = forms.ModelChoiceField(
        Region.objects.none(), required=False, to_field_name="slug", empty_label=_("I do not know")
    )
    organisation = forms.CharField(required=False, max_length=160)
    anonymous = forms.BooleanField(required=False)
    outcome = forms.CharField(max_length=LONGEST_TEXT)
    worked = forms.ChoiceField(choices=TipOutcome.choices, widget=forms.RadioSelect)
    contact = forms.BooleanField(required=False)
    name = forms.CharField(required=False, max_length=120)
    phone = forms.CharField(required=False, max_length=32)
    email = forms.EmailField(required=False, max_length=254)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        region = self.fields["region"]
        region.queryset = Region.objects.current().filter(merged_into=None).order_by("name")  # type: ignore[attr-defined]
        region.error_messages["invalid_choice"] = _("Choose a region from the list, or leave it open.")
        for name, required in _REQUIRED.items():
            self.fields[name].error_messages["required"] = required
        for name, words in _TOO_LONG.items():
            self.fields[name].error_messages["max_length"] = words
        self.fields["email"].error_messages["invalid"] = _(
            "This is not a complete mail address. Write it like naam@voorbeeld.nl, or leave it empty."
        )

    def clean(self) -> dict[str, Any]:
        """Contact details only with consent, consent only with a way to make contact."""
        cleaned = super().clean()
        details = [name for name in ("name", "phone", "email") if cleaned.get(name)]
        if details and not cleaned.get("contact"):
            self.add_error(
                "contact", _("Tick the box if we may use your details. Or make the three fields below empty.")
            )
        # An address that was refused has its own error.
        if cleaned.get("contact") and not {"phone", "email"} & {*details, *self.errors}:
            self.add_error("phone", _("Fill in a phone number or a mail address, or untick the box above."))
        if count_links(cleaned.get("tried", ""), cleaned.get("outcome", "")) > MOST_LINKS:
            self.add_error(
                "tried",
                ngettext(
                    "Leave at most %(number)d web address in your text; tell the rest in words.",
                    "Leave at most %(number)d web addresses in your text; tell the rest in words.",
                    MOST_LINKS,
                )
                % {"number": MOST_LINKS},
            )
        return cleaned

    def save(self) -> tuple[Tip, bool]:
        """Keep the tip; whether it is new. The same form sent twice gives the same tip.

        Who wants to stay anonymous leaves no name of an organisation, also not for the adviser.
        """
        data = self.cleaned_data
        print_of_form = "\0".join((data["opened"], data["tried"], data["outcome"]))
        values = {name: data[name] for name in ("kind", "tried", "place", "outcome", "worked", "anonymous")}
        values["region"] = data["region"] or region_for(data["place"])
        values["organisation"] = "" if data["anonymous"] else data["organisation"]
        if data["contact"]:
            values |= {name: data[name] for name in ("name", "phone", "email")}
            values["consent_at"] = timezone.now()
        return Tip.objects.get_or_create(
            fingerprint=hashlib.sha256(print_of_form.encode()).hexdigest(), defaults=values
        )


_REQUIRED = {
    "tried": _("Tell in one or two sentences what you tried."),
    "outcome": _("Tell what came of it. One sentence is enough."),
    "worked": _("Choose whether it worked."),
    "kind": _("Choose what you want to tell: a practice or an attempt."),
}
_TOO_LONG = {
    "tried": _("Make your text shorter: 4,000 characters at most."),
    "outcome": _("Make your text shorter: 4,000 characters at most."),
    "place": _("Write only a postcode or a place: 80 characters at most."),
    "organisation": _("Write only the name: 160 characters at most."),
    "name": _("Write only your name: 120 characters at most."),
    "phone": _("Write only a phone number: 32 characters at most."),
    "email": _("This mail address is too long: 254 characters at most."),
}
