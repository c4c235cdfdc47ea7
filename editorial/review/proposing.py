"""Words that submitters miss. What they type describes nothing before an editor has looked at it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from editorial.models import Proposal
from practices.models import ContributionPage
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

#: The lists that grow with what comes in; the others are settled, or the editors' own.
OPEN_LISTS = (
    Vocabulary.THEME,
    Vocabulary.SECTOR,
    Vocabulary.FUNCTION_GROUP,
    Vocabulary.EFFECT,
    Vocabulary.LEGAL_TOPIC,
    Vocabulary.FAILURE_CAUSE,
    Vocabulary.TOOL_KIND,
)


class ProposalForm(forms.ModelForm):  # type: ignore[type-arg]
    """A word for one of the lists."""

    vocabulary = forms.ChoiceField(
        label=gettext_lazy("For which list"), choices=[(item.value, item.label) for item in OPEN_LISTS]
    )

    class Meta:
        model = Proposal
        fields = ("vocabulary", "name", "reason")
        help_texts = {
            "name": gettext_lazy("One word or a few, as it should stand in the list."),
            "reason": gettext_lazy("What can readers find with it that they cannot find now?"),
        }

    def clean(self) -> dict[str, Any]:
        """Not what the list has already."""
        cleaned = super().clean() or self.cleaned_data
        name = " ".join(cleaned.get("name", "").split())
        cleaned["name"] = name
        terms = Term.objects.of(cleaned.get("vocabulary", "")).current()
        if name and terms.filter(label__iexact=name).exists():
            self.add_error("name", _("This word is in the list already. Choose it in the form."))
        return cleaned


def propose(
    page: Page, user: User | None, name: str, vocabulary: str = "", reason: str = ""
) -> Proposal | None:
    """Lay a word before the editors; None when it was proposed for this page before."""
    if Proposal.objects.filter(page=page.pk, vocabulary=vocabulary, name__iexact=name).exists():
        return None
    return Proposal.objects.create(
        page_id=page.pk, vocabulary=vocabulary, name=name, reason=reason, proposed_by=user
    )


def propose_keywords(page: Page, user: User | None, names: Iterable[str]) -> list[str]:
    """Those of the new keywords that were not proposed for this page before."""
    return [name for name in names if propose(page, user, name)]


def keep_new_keywords(request: HttpRequest, page: Page) -> None:
    """After a page was saved in the admin: its form has set the new keywords apart."""
    if not isinstance(page, ContributionPage):
        return
    user: Any = request.user
    if proposed := propose_keywords(page, user, getattr(page, "new_keywords", ())):
        messages.info(
            request,
            _("New keywords are proposed to the editors, who decide on them: %(words)s.")
            % {"words": ", ".join(proposed)},
        )
