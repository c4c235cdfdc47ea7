"""From a tip to a draft: the answers go where a writer would put them, and the adviser goes on from there."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from editorial.models import Tip
from editorial.plain_text import paragraphs
from editorial.tips.access import home_of
from editorial.tips.choices import TipKind, TipOutcome, TipState
from practices.choices import Disclosure, Kind
from practices.models import AttemptPage, ContributionPage, Organisation, PracticePage
from regions.models import RegionPage

LONGEST_TITLE = 90


def fitting_kind(tip: Tip) -> Kind:
    """What the draft becomes when nobody chooses: an attempt when it was told as one or did not work."""
    is_attempt = tip.kind == TipKind.ATTEMPT or tip.worked == TipOutcome.FAILED
    return Kind.ATTEMPT if is_attempt else Kind.PRACTICE


def may_draft(tip: Tip, user: User) -> bool:
    """Whether a user may add a contribution in the tip's region, and nobody did yet."""
    home = home_of(tip.region)
    return tip.page_id is None and home is not None and _may_add(home, user)


@transaction.atomic
def make_draft(tip: Tip, kind: Kind, user: User) -> ContributionPage:
    """The draft of a tip, under the page of its region and owned by who made it.

    Asked twice, also at the same moment, there is one draft. PermissionDenied when the user may not
    add contributions there. Contact details never go along: consent was for a talk, not for publication.
    """
    tip = Tip.objects.select_for_update().get(pk=tip.pk)
    if tip.page is not None:
        return tip.page
    home = home_of(tip.region)
    if home is None or not _may_add(home, user):
        raise PermissionDenied
    page = _filled(tip, kind)
    page.owner = user
    # Read anew: the tree's numbers may have changed since the page was looked up.
    RegionPage.objects.get(pk=home.pk).add_child(instance=page)
    page.save_revision(user=user)
    log(page, "wagtail.create", user=user, content_changed=True)
    tip.page, tip.state, tip.handled_by = page, TipState.DRAFTED, user
    tip.save()
    log(tip, "editorial.tip_drafted", user=user)
    return page


def _may_add(home: RegionPage, user: User) -> bool:
    return bool(home.permissions_for_user(user).can_add_subpage())


def _filled(tip: Tip, kind: Kind) -> ContributionPage:
    page: ContributionPage
    if kind == Kind.ATTEMPT:
        disclosure = Disclosure.ANONYMOUS if tip.anonymous else Disclosure.NAMED
        page = AttemptPage(live=False, disclosure=disclosure)
    else:
        page = PracticePage(live=False)
    page.title = _title(tip.tried)
    page.draft_title = page.title
    page.approach = [("paragraph", paragraphs(tip.tried))]
    page.outcome = paragraphs(tip.outcome)
    if tip.organisation:
        page.organisations = [Organisation(name=tip.organisation, sort_order=0)]
    return page


def _title(text: str) -> str:
    """The first sentence, as a title to begin with."""
    first = " ".join(text.split()).split(". ")[0].rstrip(".")
    return Truncator(first).chars(LONGEST_TITLE) or _("A practice without a title")
