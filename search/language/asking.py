"""Turn a typed query into the tree that engines translate.

Little words and the padding of a question fall away, as long as something is left. Words that
together have another name (``combi baan``, ``physician assistant``) answer under that name too.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial

from search.language import alternatives, importance, little_words, phrasing, weights
from search.language.phrasing import Typed
from search.language.query import Alternative, AnalysedQuery, Concept, Reason, Stream
from search.language.synonyms import SynonymTable, default_synonyms
from search.language.syntax import Clause, parse
from search.language.words import Word, analyse_word

MAX_PROXIMITY = 6
_NAME_LENGTHS = (2, 3)  # words of a name that is typed apart


def analyse_query(text: str, synonyms: SynonymTable | None = None) -> AnalysedQuery:
    """The tree of a typed query; without a table the package's own synonyms. Never raises."""
    table = default_synonyms() if synonyms is None else synonyms
    clauses = parse(text)
    typed = [_typed(clause, place) for place, clause in enumerate(clauses) if not clause.is_excluded]
    wanted = _without_little_words(typed)
    names = _closed_up(typed, {each.position for each in wanted})
    concepts = [concept for run in phrasing.runs(wanted) for concept in _concepts(run, table, names)]
    return AnalysedQuery(
        text=text,
        concepts=tuple(_shares(concepts)),
        excluded=tuple(_excluded(clause) for clause in clauses if clause.is_excluded),
        proximity=tuple(_proximity(wanted)),
    )


def _shares(concepts: Sequence[Concept]) -> Iterator[Concept]:
    """Each with its share of the query.

    Everything is required of a query in which no word says much by itself.
    """
    total = sum(concept.weight for concept in concepts)
    is_vague = not any(concept.is_required for concept in concepts)
    for concept in concepts:
        yield replace(concept, weight=concept.weight / total, is_required=concept.is_required or is_vague)


def _typed(clause: Clause, position: int) -> Typed:
    return Typed(clause.words, tuple(map(analyse_word, clause.words)), clause.is_phrase, position)


def _without_little_words(typed: Sequence[Typed]) -> list[Typed]:
    whole = phrasing.with_whole_verbs(typed)
    return little_words.without(whole, lambda each: "" if each.is_phrase else each.first)


def _closed_up(typed: Sequence[Typed], kept: Set[int]) -> dict[int, list[Alternative]]:
    """Names written as one that hold a little word (``in geest``), for each word that is kept of them."""
    found: dict[int, list[Alternative]] = {}
    for length in _NAME_LENGTHS:
        for start in range(len(typed) - length + 1):
            group = typed[start : start + length]
            places = {each.position for each in group}
            if places <= kept or any(each.is_phrase for each in group):
                continue
            name = alternatives.closed_up([each.words[0] for each in group])
            for place in places & kept:
                found.setdefault(place, []).append(name)
    return found


def _concepts(
    run: Sequence[Typed], table: SynonymTable, names: Mapping[int, list[Alternative]]
) -> Iterator[Concept]:
    """The concepts of a stretch of words: one for each word, or for the words of one term."""
    if run[0].is_phrase:
        yield _quoted(run[0])
        return
    named = list(phrasing.named_together(run, table))
    shared = _shared_answers(run, named, table)
    shared = [[*extra, *names.get(each.position, ())] for each, extra in zip(run, shared, strict=True)]
    ends = dict(group for group in named if phrasing.is_term(run[slice(*group)], table))
    place = 0
    while place < len(run):
        end = ends.get(place, place + 1)
        if end - place > 1:
            yield _merged(run[place:end], shared[place])
        else:
            yield _single(run[place], shared[place], table)
        place = end


def _shared_answers(
    run: Sequence[Typed], named: Sequence[tuple[int, int]], table: SynonymTable
) -> list[list[Alternative]]:
    """Per word what answers it together with its neighbours: another name, or both written as one."""
    shared: list[list[Alternative]] = [[] for _ in run]
    neighbours = [
        (place, place + 2) for place in range(len(run) - 1) if _stood_together(*run[place : place + 2])
    ]
    for places, find in ((named, partial(_other_names, table)), (neighbours, alternatives.joined)):
        for start, end in places:
            found = list(find([typed.words[0] for typed in run[start:end]]))
            for place in range(start, end):
                shared[place] += found
    return shared


def _stood_together(left: Typed, right: Typed) -> bool:
    return left.position + 1 == right.position


def _other_names(table: SynonymTable, words: Sequence[Word]) -> Iterator[Alternative]:
    return alternatives.by_other_names(words, table)


def _single(typed: Typed, extra: Sequence[Alternative], table: SynonymTable) -> Concept:
    word = typed.words[0]
    found = [*alternatives.of_word(word), *extra, *alternatives.by_other_names([word], table)]
    weight = importance.of(word)
    ways = alternatives.best_of_each(found)
    return Concept(typed.surface, ways, weight, is_required=weight > weights.COMMON_WORD)


def _merged(group: Sequence[Typed], extra: Sequence[Alternative]) -> Concept:
    words = [each.words[0] for each in group]
    found = alternatives.best_of_each([*alternatives.of_phrase(words), *extra])
    return Concept(" ".join(each.surface for each in group), found, sum(map(importance.of, words)))


def _quoted(typed: Typed) -> Concept:
    terms = tuple(word.exact for word in typed.words)
    way = Alternative(Stream.EXACT, terms, weights.ANSWER[Reason.EXACT], Reason.EXACT)
    return Concept(typed.surface, (way,), sum(map(importance.of, typed.words)))


def _excluded(clause: Clause) -> Concept:
    """Without a word means without its forms; compounds that hold it and synonyms stay."""
    typed = _typed(clause, 0)
    if typed.is_phrase:
        return _quoted(typed)
    ways = [way for way in alternatives.of_word(typed.words[0]) if way.reason in (Reason.EXACT, Reason.FORM)]
    return Concept(typed.surface, tuple(ways))


def _proximity(wanted: Sequence[Typed]) -> Iterator[tuple[str, ...]]:
    """Stems of the words that stood next to each other, a few at a time."""
    terms: list[str] = []
    before: Typed | None = None
    for typed in wanted:
        is_next = before is not None and not typed.is_phrase and _stood_together(before, typed)
        if not is_next or len(terms) == MAX_PROXIMITY:
            yield from [tuple(terms)] if len(terms) > 1 else []
            terms = []
        terms += [] if typed.is_phrase else [typed.words[0].stem]
        before = typed
    yield from [tuple(terms)] if len(terms) > 1 else []
