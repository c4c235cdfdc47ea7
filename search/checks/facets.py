"""Facets as they are declared: each with a name that can be used, and with values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.core.checks import CheckMessage, Error

from search.facets import FACETS, Facet, LabelSource
from search.index.serializer import FACET_VOCABULARIES
from search.params import LITERAL_PARAM, PAGE_PARAM, QUERY_PARAM, SORT_PARAM
from vocabulary.vocabularies import Vocabulary

#: The search's own names in an address.
_TAKEN = {QUERY_PARAM, SORT_PARAM, PAGE_PARAM, LITERAL_PARAM}
#: Keys become names of fields and of counts, where ``.`` and ``:`` mean something else.
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
#: Terms that documents have as values of a facet.
_WITH_VALUES = {Vocabulary.KIND.value, *(vocabulary.value for vocabulary in FACET_VOCABULARIES)}


def check_facets() -> Iterator[CheckMessage]:
    """What is wrong with the declarations in ``search.facets``."""
    keys = [facet.key for facet in FACETS]
    params = [facet.param for facet in FACETS]
    twice = {name for names in (keys, params) for name in names if names.count(name) > 1}
    if twice:
        yield Error(
            f"Two facets have the same key or the same name in addresses: {', '.join(sorted(twice))}.",
            hint="Give each its own in search/facets.py.",
            id="search.E007",
        )
    if without := [facet.key for facet in FACETS if not _has_values(facet)]:
        yield Error(
            f"No contribution has values that can be shown of the facet: {', '.join(without)}.",
            hint="Name its vocabulary in FACET_VOCABULARIES (search/index/serializer.py) or mend its labels.",
            id="search.E008",
        )
    names = {*keys, *params}
    if unusable := [name for name in names if name in _TAKEN & {*params} or not _NAME.fullmatch(name)]:
        yield Error(
            f"A facet has a key or a name in addresses that cannot be used: {', '.join(sorted(unusable))}.",
            hint=f"Use a-z, 0-9 and hyphens, and not {', '.join(sorted(_TAKEN))} (search/facets.py).",
            id="search.E015",
        )


def _has_values(facet: Facet) -> bool:
    """Whether documents have values of it that are called something; those of an open facet are."""
    if facet.labels is LabelSource.TERM:
        return facet.key in _WITH_VALUES
    return facet.is_open or facet.labels in {LabelSource.REGION, LabelSource.ORGANISATION}
