"""An editor decides on a proposed word: take it over, use another that exists, or leave it out."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from taggit.models import Tag

from editorial.models import Proposal
from editorial.review.amending import amend
from editorial.review.choices import ProposalState
from practices.models import ContributionPage
from vocabulary.models import Term
from vocabulary.vocabularies import SINGLE


@transaction.atomic
def accept(proposal: Proposal, user: User) -> None:
    """Make the word, and give it to the contribution. ValidationError when it was decided on before."""
    _open(proposal)
    if proposal.vocabulary:
        term = _new_term(proposal)
        _describe(proposal, user, term=term)
    else:
        tag = Tag.objects.filter(name__iexact=proposal.name).first() or Tag.objects.create(name=proposal.name)
        _describe(proposal, user, tag=tag)
    _close(proposal, user, ProposalState.ACCEPTED, became=proposal.name)


@transaction.atomic
def merge(proposal: Proposal, user: User, into: Term | Tag) -> None:
    """Give the contribution a word that exists. ValidationError when it was decided on before."""
    _open(proposal)
    if isinstance(into, Term):
        _describe(proposal, user, term=into)
    else:
        _describe(proposal, user, tag=into)
    _close(proposal, user, ProposalState.MERGED, became=str(into))


@transaction.atomic
def refuse(proposal: Proposal, user: User, why: str) -> None:
    """Leave it out; the submitter reads why. ValidationError when it was decided on before."""
    _open(proposal)
    _close(proposal, user, ProposalState.REFUSED, note=why)


def _open(proposal: Proposal) -> None:
    """Lock it: two editors may decide at once."""
    state = Proposal.objects.select_for_update().values_list("state", flat=True).get(pk=proposal.pk)
    if state != ProposalState.OPEN:
        raise ValidationError(_("A colleague decided on this word already."))


def _new_term(proposal: Proposal) -> Term:
    terms = Term.objects.of(proposal.vocabulary)
    slug = slugify(proposal.name)[:80].strip("-")
    if not slug:
        raise ValidationError(_("This word has no letters or figures. Leave it out, and say why."))
    if existing := terms.filter(slug=slug).first():
        raise ValidationError(
            _("The list has “%(term)s” already. Use that one instead.") % {"term": existing.label}
        )
    last = terms.order_by("-order").first()
    return Term.objects.create(
        vocabulary=proposal.vocabulary, slug=slug, label=proposal.name, order=(last.order if last else 0) + 10
    )


def _describe(proposal: Proposal, user: User, term: Term | None = None, tag: Tag | None = None) -> None:
    """In the newest version of the contribution: what is live changes when that is published."""
    page: ContributionPage = proposal.page.specific.get_latest_revision_as_object()
    if tag is not None:
        page.tags.add(tag)
    if term is not None:
        chosen = [other for terms in page.terms().values() for other in terms]
        if term.vocabulary in SINGLE:
            chosen = [other for other in chosen if other.vocabulary != term.vocabulary]
        page.set_terms([*chosen, term])
    amend(page, user)


def _close(proposal: Proposal, user: User, state: ProposalState, became: str = "", note: str = "") -> None:
    proposal.state, proposal.became, proposal.note = state, became, note
    proposal.decided_by, proposal.decided_at = user, timezone.now()
    proposal.save()
