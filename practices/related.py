"""Contributions that people chose: linked to another, or put forward by editors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from practices.choices import Disclosure, Kind
from practices.disclosure import PublicContribution, disclose
from practices.loading import public_contributions
from practices.models import ContributionLink, Organisation
from regions.names import fold
from vocabulary.vocabularies import Vocabulary

#: The level of protection at both ends of a link; nothing for what is no attempt.
LEVELS = ("page__attemptpage__disclosure", "related__attemptpage__disclosure")


@dataclass(frozen=True, slots=True)
class Related:
    """What a link to another contribution shows. ``question`` is that of its first cause pattern."""

    kind: Kind
    url: str
    title: str
    summary: str
    organisations: tuple[str, ...]
    regions: tuple[str, ...]
    tiles: tuple[str, ...]
    is_national: bool
    question: str
    tool_kind: str


def linked_keys(contribution: PublicContribution) -> tuple[int, ...]:
    """The contributions that were linked by hand, in both directions: those this one names come first."""
    pk = contribution.pk
    links = ContributionLink.objects.filter(Q(page=pk) | Q(related=pk)).order_by("sort_order")
    rows = list(links.values_list("page_id", "related_id", *LEVELS))
    named = [related for page, related, *_levels in rows if page == pk]
    naming = sorted(page for page, _related, *_levels in rows if page != pk)
    keys = [key for key in dict.fromkeys([*named, *naming]) if key != pk]
    levels = {
        key: level for page, related, one, other in rows for key, level in ((page, one), (related, other))
    }
    hidden = {key for key, level in levels.items() if level not in {None, Disclosure.NAMED}}
    return _without_telling(pk, keys, hidden) if hidden else tuple(keys)


def _without_telling(pk: int, keys: list[int], hidden: set[int]) -> tuple[int, ...]:
    """Leave out links between a protected attempt and what the same organisation tells with its name."""
    concerned = [pk, *keys]
    names: dict[int, set[str]] = {}
    for page, name in Organisation.objects.filter(page__in=concerned).values_list("page", "name"):
        names.setdefault(page, set()).add(fold(name))
    own = names.get(pk, set())
    one_is_hidden = keys if pk in hidden else [key for key in keys if key in hidden]
    telling = {key for key in one_is_hidden if own & names.get(key, set())}
    return tuple(key for key in keys if key not in telling)


def related_by_key(keys: Iterable[int]) -> dict[int, Related]:
    """Those of some contributions that everybody may see, in the given order."""
    wanted = list(dict.fromkeys(keys))
    found = {page.pk: _related(disclose(page, home)) for page, home in public_contributions(wanted)}
    return {key: found[key] for key in wanted if key in found}


def _related(other: PublicContribution) -> Related:
    causes = other.terms.get(Vocabulary.FAILURE_CAUSE, ())
    tool_kind = other.term(Vocabulary.TOOL_KIND)
    return Related(
        kind=other.kind,
        url=other.url,
        title=other.title,
        summary=other.summary,
        organisations=tuple(item.name for item in other.leads or other.organisations),
        regions=tuple(region.name for region in other.regions),
        tiles=tuple(region.code for region in other.regions),
        is_national=other.is_national,
        question=next((cause.question for cause in causes if cause.question), ""),
        tool_kind=tool_kind.label if tool_kind else "",
    )
