"""From what may be known of a contribution to its document: a pure function, no queries of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from practices.blocks import story_text
from practices.completeness import completeness
from practices.disclosure import PublicContribution, disclose
from practices.loading import public_contributions
from practices.models import Result
from practices.presentation import dutch_number, key_result, plain
from regions.names import fold
from search.index.documents import Card, Document, KeyFigure
from search.index.standing import standing
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

#: Value of the region facet for contributions that belong to no region in particular.
NATIONAL = "landelijk"
#: Value of the sector facet for contributions that are tied to no sector.
ALL_SECTORS = "sectorbreed"

#: Vocabularies whose labels are searched as names: somebody who types a theme or sector means it,
#: and who types *geen draagvlak* or *btw* means that cause or that law.
SEARCHED_LABELS = (
    Vocabulary.THEME,
    Vocabulary.SECTOR,
    Vocabulary.FUNCTION_GROUP,
    Vocabulary.TOOL_KIND,
    Vocabulary.FAILURE_CAUSE,
    Vocabulary.LEGAL_TOPIC,
)

#: Vocabularies that are facets.
FACET_VOCABULARIES = (
    Vocabulary.THEME,
    Vocabulary.ACTION_LINE,
    Vocabulary.SECTOR,
    Vocabulary.FUNCTION_GROUP,
    Vocabulary.PHASE,
    Vocabulary.DEPLOYABILITY,
    Vocabulary.EVIDENCE_LEVEL,
    Vocabulary.RECOGNITION,
    Vocabulary.COST,
    Vocabulary.LEAD_TIME,
    Vocabulary.EFFECT,
    Vocabulary.ORGANISATION_SIZE,
    Vocabulary.SETTING,
    Vocabulary.LEGAL_TOPIC,
    Vocabulary.FAILURE_CAUSE,
)

LOWEST = datetime(1970, 1, 1, tzinfo=UTC)


def documents_for(pks: Iterable[int]) -> Iterator[Document]:
    """Documents of those of the given pages that everybody may see now."""
    for page, home in public_contributions(pks):
        yield document_of(disclose(page, home))


def document_of(contribution: PublicContribution) -> Document:
    """The document of one contribution."""
    published = contribution.first_published_at or LOWEST
    card = _card(contribution)
    return Document(
        key=str(contribution.pk),
        reference=contribution.reference,
        kind=contribution.kind.value,
        slug=contribution.slug,
        url=contribution.url,
        title=contribution.title,
        summary=contribution.summary,
        names=" . ".join(_names(contribution)),
        body="\n".join(_body(contribution)),
        facets=_facets(contribution),
        sort_title=fold(contribution.title),
        published=published,
        standing=standing(
            evidence_step=card.evidence_step,
            completeness=completeness(contribution).share,
            published=published,
            checked_on=contribution.checked_on,
        ),
        card=card,
    )


def _names(contribution: PublicContribution) -> Iterator[str]:
    for organisation in contribution.organisations:
        yield organisation.name
    for region in contribution.regions:
        yield region.name
    for employer in contribution.employers:
        yield employer.name
    for vocabulary in SEARCHED_LABELS:
        yield from (term.label for term in contribution.terms.get(vocabulary, ()))
    yield from (name for _slug, name in contribution.tags)
    yield contribution.kind.value.replace("-", " ")  # in words, and the same in every language


def _body(contribution: PublicContribution) -> Iterator[str]:
    before = (contribution.problem, contribution.expected, *story_text(contribution.approach))
    after = (
        contribution.outcome,
        contribution.missed_signs,
        contribution.yielded,
        contribution.core,
        contribution.adaptable,
        contribution.costs,
        contribution.lessons,
        contribution.would_do_now,
    )
    for text in (*before, *after):
        if words := plain(text):
            yield words
    for result in contribution.results:
        yield result.indicator


def _facets(contribution: PublicContribution) -> dict[str, tuple[str, ...]]:
    facets: dict[str, tuple[str, ...]] = {"kind": (contribution.kind.value,)}
    for vocabulary in FACET_VOCABULARIES:
        facets[vocabulary.value] = _with_ancestors(contribution.terms.get(vocabulary, ()))
    if not facets["sector"]:
        facets["sector"] = (ALL_SECTORS,)
    regions = tuple(region.slug for region in contribution.regions)
    facets["region"] = regions or ((NATIONAL,) if contribution.is_national else ())
    facets["employers-organisation"] = tuple(employer.slug for employer in contribution.employers)
    facets["year"] = (str(contribution.start[0]),) if contribution.start[0] else ()
    facets["tag"] = tuple(slug for slug, _name in contribution.tags)
    return {key: tuple(sorted(set(values))) for key, values in facets.items() if values}


def _with_ancestors(terms: Iterable[Term]) -> tuple[str, ...]:
    slugs: list[str] = []
    for term in terms:
        slugs.append(term.slug)
        if term.parent is not None:
            slugs.append(term.parent.slug)
    return tuple(slugs)


def _card(contribution: PublicContribution) -> Card:
    phase = contribution.term(Vocabulary.PHASE)
    evidence = contribution.term(Vocabulary.EVIDENCE_LEVEL)
    moment = contribution.term(Vocabulary.FAILURE_MOMENT)
    leads = contribution.leads or contribution.organisations
    return Card(
        kind_note=_kind_note(contribution),
        organisations=tuple(organisation.name for organisation in leads),
        regions=tuple(region.name for region in contribution.regions),
        tiles=tuple(region.code for region in contribution.regions),
        sectors=tuple(term.label for term in contribution.terms.get(Vocabulary.SECTOR, ())),
        themes=tuple(term.label for term in contribution.terms.get(Vocabulary.THEME, ())),
        phase=phase.label if phase else "",
        phase_step=_step(phase),
        evidence=evidence.label if evidence else "",
        evidence_step=_step(evidence),
        causes=tuple(term.label for term in contribution.terms.get(Vocabulary.FAILURE_CAUSE, ())),
        moment=moment.label if moment else "",
        moment_step=_step(moment),
        key_figure=key_figure(contribution.results),
        checked_on=contribution.checked_on.isoformat() if contribution.checked_on else "",
        unchecked_since=contribution.unchecked_since.isoformat() if contribution.unchecked_since else "",
    )


def _kind_note(contribution: PublicContribution) -> str:
    kind_of_tool = contribution.term(Vocabulary.TOOL_KIND)
    if kind_of_tool:
        return kind_of_tool.label
    return str(contribution.start[0]) if contribution.start[0] else ""


def _step(term: Term | None) -> int:
    """The rung of a ladder: orders count in tens."""
    return term.order // 10 if term else 0


def key_figure(results: Iterable[Result]) -> KeyFigure | None:
    """The one figure that says most: measured before and after, else afterwards."""
    best = key_result(results)
    if best is None:
        return None
    return KeyFigure(best.indicator, best.unit, dutch_number(best.baseline), dutch_number(best.after))
