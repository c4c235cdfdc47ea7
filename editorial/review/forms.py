"""The forms beside a contribution under review."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from taggit.models import Tag
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from editorial.models import Proposal
from practices.models import ContributionPage
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary


class ApproveForm(forms.Form):
    """Publish now or on a day; with a word for who sent it in, if one likes."""

    go_live_at = forms.DateTimeField(
        label=gettext_lazy("Publish on"),
        required=False,
        widget=AdminDateTimeInput(),
        help_text=gettext_lazy("Empty: at once."),
    )
    comment = forms.CharField(
        label=gettext_lazy("A word with it"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean_go_live_at(self) -> Any:
        """A day that is still to come."""
        moment = self.cleaned_data["go_live_at"]
        if moment and moment <= timezone.now():
            raise forms.ValidationError(_("Choose a moment that is still to come, or leave it empty."))
        return moment


class ChangesForm(forms.Form):
    """What has to change."""

    comment = forms.CharField(
        label=gettext_lazy("What do you ask?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Comments you made at fields are sent along."),
        error_messages={"required": gettext_lazy("Say what you ask to be changed.")},
    )


class DeclineForm(forms.Form):
    """Why it does not come on the portal."""

    reason = forms.CharField(
        label=gettext_lazy("Why not?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Whoever sent it in reads this, word for word."),
        error_messages={"required": gettext_lazy("Give the reason: whoever sent it in reads it.")},
    )


class EvidenceForm(forms.Form):
    """How strong the evidence is, since when and why."""

    level = forms.ModelChoiceField(
        Term.objects.none(),
        label=gettext_lazy("Evidence level"),
        required=False,
        empty_label=gettext_lazy("Not judged"),
    )
    judged_on = forms.DateField(label=gettext_lazy("Judged on"), required=False, widget=AdminDateInput())
    reason = forms.CharField(
        label=gettext_lazy("Why this level?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Visitors read this."),
    )

    def __init__(self, *args: Any, page: ContributionPage, **kwargs: Any) -> None:
        given = page.terms().get(Vocabulary.EVIDENCE_LEVEL, ())
        kwargs["initial"] = {
            "level": given[0] if given else None,
            "judged_on": page.evidence_date or timezone.localdate(),
            "reason": page.evidence_reason,
        }
        super().__init__(*args, **kwargs)
        levels = Term.objects.of(Vocabulary.EVIDENCE_LEVEL)
        self.fields["level"].queryset = levels.current()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A level comes with a day and a reason."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("level"):
            if not cleaned.get("judged_on") and "judged_on" not in self.errors:
                self.add_error("judged_on", _("Give the day on which you judged it."))
            if not cleaned.get("reason", "").strip():
                self.add_error("reason", _("Say why this level fits."))
        return cleaned

    def apply(self, page: ContributionPage) -> None:
        """Put it in the page in memory; without a level there is no day and no reason."""
        level = self.cleaned_data["level"]
        others = [
            term
            for name, terms in page.terms().items()
            for term in terms
            if name != Vocabulary.EVIDENCE_LEVEL
        ]
        page.set_terms([*others, *([level] if level else [])])
        page.evidence_date = self.cleaned_data["judged_on"] if level else None
        page.evidence_reason = self.cleaned_data["reason"].strip() if level else ""


class MergeForm(forms.Form):
    """The word to use instead."""

    into = forms.ModelChoiceField(
        Term.objects.none(),
        label=gettext_lazy("Use instead"),
        error_messages={"required": gettext_lazy("Choose the word that takes its place.")},
    )

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        kwargs["prefix"] = f"merge-{proposal.pk}"
        super().__init__(*args, **kwargs)
        words: Any = (
            Term.objects.of(proposal.vocabulary).current().in_tree_order()
            if proposal.vocabulary
            else Tag.objects.order_by("name")
        )
        self.fields["into"].queryset = words  # type: ignore[attr-defined]


class RefuseForm(forms.Form):
    """Why a word is left out."""

    why = forms.CharField(
        label=gettext_lazy("Why not?"),
        max_length=300,
        error_messages={"required": gettext_lazy("Say why: whoever proposed the word reads it.")},
    )

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        kwargs["prefix"] = f"refuse-{proposal.pk}"
        super().__init__(*args, **kwargs)
