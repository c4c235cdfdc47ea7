"""Which contributions show something of a thing, so that a change of it is a change of theirs.

What links them is read before rows vanish and after they have been written. Too many is harmless,
one too few is a fault: when in doubt these functions say yes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction, Site

from practices.models import ContributionPage, ContributionTag, ExtraRegion, TermAssignment
from regions.models import EmployersOrganisation, Region, RegionPage
from succession.models import LONGEST_CHAIN, Succeedable
from vocabulary.models import Term


def below(page: Page) -> list[int]:
    """The contributions at or below a page."""
    return _keys(ContributionPage.objects.filter(path__startswith=page.path))


def under_restriction(restriction: PageViewRestriction) -> list[int]:
    """Those that became private or public with it."""
    return below(restriction.page)


def owner_of_part(part: Any) -> list[int]:
    """The one that a row (a term, a region, a figure) is part of."""
    return [part.page_id]


def owner_of_tag(tagging: ContributionTag) -> list[int]:
    """The one that has the keyword."""
    return [tagging.content_object_id]


def with_tag(tag: Tag) -> list[int]:
    """Those with a keyword."""
    return list(ContributionTag.objects.filter(tag=tag.pk).values_list("content_object_id", flat=True))


def with_term(term: Term) -> list[int]:
    """Those with a term, with a term below it, or with one that went on in it."""
    terms = _with_predecessors(Term, term)
    named = Q(term__in=terms) | Q(term__parent__in=terms)
    return list(TermAssignment.objects.filter(named).values_list("page_id", flat=True).distinct())


def in_region(region: Region) -> list[int]:
    """Those whose home or further region it is, or was before it went on in this one."""
    return _in_regions(_with_predecessors(Region, region))


def of_organisation(organisation: EmployersOrganisation) -> list[int]:
    """Those in a region of an employers' organisation."""
    covered = Region.objects.filter(organisation__in=_with_predecessors(EmployersOrganisation, organisation))
    pks = set(covered.values_list("pk", flat=True))
    return _in_regions(pks.union(*(_with_predecessors(Region, region) for region in covered)))


def of_site(_site: Site) -> list[int]:
    """All: the root of a site is part of every address."""
    return _keys(ContributionPage.objects.all())


def _in_regions(regions: Iterable[int]) -> list[int]:
    wanted = list(regions)
    pks = [pk for home in RegionPage.objects.filter(region__in=wanted) for pk in below(home)]
    extra = ExtraRegion.objects.filter(region__in=wanted)
    return [*pks, *extra.values_list("page_id", flat=True)]


def _with_predecessors(model: type[Succeedable], thing: Succeedable) -> set[int]:
    """The thing and all that went on in it, through any number of mergers."""
    rows: Any = model._base_manager
    found: set[int] = {thing.pk} if thing.pk else set()
    newest = found
    for _step in range(LONGEST_CHAIN):
        newest = set(rows.filter(merged_into__in=newest).values_list("pk", flat=True)) - found
        if not newest:
            break
        found = found | newest
    return found


def _keys(pages: Any) -> list[int]:
    return list(pages.values_list("pk", flat=True))
