"""Changing the words of contributions that are on the portal, and of drafts on top of them.

It is no publication: the day of publication stays, readers are not told of a change, and what a draft
holds besides stays a draft.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial.models import Retagging
from editorial.retagging.words import Word, find
from editorial.review.amending import amend
from practices.models import ContributionPage
from practices.publication import missing_for_publication

RETAGGED = "editorial.retagged"
#: What of a page is written: its words and nothing else.
WRITTEN = ("term_assignments", "tagged_items")


@dataclass(slots=True)
class Retagged:
    """What became of it: how many changed, and which were left alone, with the reason."""

    retagging: Retagging | None = None
    changed: int = 0
    left_alone: list[tuple[str, str]] = field(default_factory=list)


def retag(pks: Iterable[int], user: User, give: Word | None = None, take: Word | None = None) -> Retagged:
    """Give a word, take one away, or put one in the place of the other. One page never stops the others."""
    retagging = Retagging.objects.create(
        done_by=user, given=str(give or "")[:160], taken=str(take or "")[:160]
    )
    done = Retagged(retagging)
    for pk in pks:
        with transaction.atomic():
            page = _locked(pk)
            if page is None:
                continue
            changes = _changes(page, give, take)
            if not any(changes):
                continue
            if why := _refusal(page, user, *changes):
                done.left_alone.append((page.title, why))
                continue
            _write(page, user, *changes)
            retagging.changes[str(pk)] = [[word.key for word in words] for words in changes]
            retagging.save(update_fields=["changes"])
            done.changed += 1
    if not done.changed:
        retagging.delete()
        done.retagging = None
    return done


def undo(retagging: Retagging, user: User) -> Retagged:
    """Take back what was done, where it still is so. ValidationError when a colleague did that before."""
    with transaction.atomic():
        row = Retagging.objects.select_for_update().get(pk=retagging.pk)
        if row.undone_at:
            raise ValidationError(_("This was undone already."))
        row.undone_at, row.undone_by = timezone.now(), user
        row.save(update_fields=["undone_at", "undone_by"])
    keys = {key for pair in row.changes.values() for part in pair for key in part}
    words = find(keys)
    done = Retagged(row)
    for pk, (given, taken) in row.changes.items():
        with transaction.atomic():
            page = _locked(int(pk))
            if page is None:
                continue
            gives = [words[key] for key in taken if key in words and not words[key].is_on(page)]
            takes = [words[key] for key in given if key in words and words[key].is_on(page)]
            if not gives and not takes:
                continue
            if why := _refusal(page, user, gives, takes):
                done.left_alone.append((page.title, why))
                continue
            _write(page, user, gives, takes)
            done.changed += 1
    return done


def _locked(pk: int) -> ContributionPage | None:
    page = ContributionPage.objects.live().select_for_update(of=("self",)).filter(pk=pk).first()
    return page.specific if page else None


def _changes(page: ContributionPage, give: Word | None, take: Word | None) -> tuple[list[Word], list[Word]]:
    """What really would change; a word that is to take another's place comes only where that other is."""
    takes = [take] if take and take.is_on(page) else []
    if give is None or give.is_on(page) or (take and not takes):
        return [], takes
    return [give], takes


def _refusal(page: ContributionPage, user: User, give: list[Word], take: list[Word]) -> str:
    """Why a page is left alone; empty when it is not."""
    permissions = page.permissions_for_user(user)
    if not permissions.can_publish():
        return _("You may not publish it.")
    if permissions.page_locked():
        return _("It is locked.")
    before = set(missing_for_publication(page))
    _apply(page, give, take)
    fresh = [item.message for item in missing_for_publication(page) if item not in before]
    return " ".join(fresh)


def _write(page: ContributionPage, user: User, give: list[Word], take: list[Word]) -> None:
    """On the portal, and in the newest version; the history of the page names what was done and by whom."""
    _apply(page, give, take)
    page.save(clean=False, update_fields=list(WRITTEN))
    if page.has_unpublished_changes:
        latest: ContributionPage = page.get_latest_revision_as_object()
        _apply(latest, give, take)
        amend(latest, user, RETAGGED)
    else:
        revision = page.save_revision(user=user, changed=False, log_action=RETAGGED, clean=False)
        Page.objects.filter(pk=page.pk).update(live_revision=revision)


def _apply(page: ContributionPage, give: list[Word], take: list[Word]) -> None:
    for word in take:
        word.take(page)
    for word in give:
        if not word.is_on(page):
            word.give(page)
