"""The small forms beside a tip in the admin: answer, decline, forward."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.models import Tip
from regions.models import RegionPage


class AnswerForm(forms.Form):
    """What the teller reads."""

    text = forms.CharField(
        label=_("Your answer"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("The teller reads it on the status page, and by mail when there is an address."),
    )
    sign = forms.BooleanField(
        label=_("Put my name under it"),
        required=False,
        help_text=_("Otherwise only the name of the portal stands under it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].error_messages["required"] = _("Write what you want to say to the teller.")


class DeclineForm(AnswerForm):
    """Why the portal makes no page of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Why not")
        self.fields["text"].help_text = _(
            "Write it to the teller: thank them, say why, and what they can do. Then the contact details go."
        )
        self.fields["text"].error_messages["required"] = _("Say why: the teller took the trouble to tell.")


class PageOfRegion(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The inboxes there are."""

    def label_from_instance(self, page: RegionPage) -> str:
        """The region's name; that of the page for the whole country."""
        return str(page.region or page.title)


class ForwardForm(forms.Form):
    """To which inbox the tip goes."""

    page = PageOfRegion(
        RegionPage.objects.none(),
        label=_("To which region"),
        empty_label=_("Choose a region"),
        help_text=_("Its advisers get a mail. You may no longer see the tip yourself."),
    )

    def __init__(self, *args: Any, tip: Tip, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = RegionPage.objects.live().exclude(region=tip.region).order_by("title")
        if tip.region_id is None:
            others = RegionPage.objects.live().exclude(region=None).order_by("title")
        self.fields["page"].queryset = others.select_related("region")  # type: ignore[attr-defined]
        self.fields["page"].error_messages["required"] = _("Choose the region that the tip belongs to.")
