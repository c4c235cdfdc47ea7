"""Links to other pages and other orders of the same results."""

from __future__ import annotations

from django.utils.translation import gettext as _

from search.engines.base import Sort
from search.facet_views import address
from search.params import SearchParams, last_page
from search.results import PageLink, SortOption


def page_links(params: SearchParams, total: int, path: str) -> tuple[PageLink, ...]:
    """First, last and the pages around this one, with gaps; none when there is only one page."""
    last = last_page(total)
    if last == 1:
        return ()
    near = {1, last, *range(max(1, params.page - 1), min(last, params.page + 1) + 1)}
    links: list[PageLink] = []
    previous = 0
    for number in sorted(near):
        if number - previous > 1:
            links.append(PageLink(None, "", current=False))
        links.append(PageLink(number, address(path, params.with_page(number)), number == params.page))
        previous = number
    return tuple(links)


def sort_options(params: SearchParams, path: str) -> tuple[SortOption, ...]:
    """The orders to choose from: the best hits only when there are words to hit."""
    labels = {
        Sort.RELEVANCE: _("Best matches"),
        Sort.NEWEST: _("Newest first"),
        Sort.EVIDENCE: _("Strongest evidence"),
        Sort.TITLE: _("Title"),
    }
    if not params.query:
        del labels[Sort.RELEVANCE]
    return tuple(
        SortOption(sort, label, address(path, params.with_sort(sort)), sort == params.effective_sort)
        for sort, label in labels.items()
    )
