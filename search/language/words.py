"""One word after analysis: its term in every stream, remembered because texts repeat their words."""

from functools import lru_cache
from typing import NamedTuple

from search.language import compounds, lexicon, stems, wordlists
from search.language.folding import fold
from search.language.tokens import APOSTROPHES, HYPHENS, MAX_TERM

_MOST_PIECES = 8
_PIECE_BREAKS = str.maketrans({**dict.fromkeys(HYPHENS, "-"), **dict.fromkeys(APOSTROPHES, "'")})


class WordPart(NamedTuple):
    """A part of a compound as an index term, and where it stands in the word as written."""

    stem: str
    start: int
    end: int


class Word(NamedTuple):
    """A word's terms. ``parts`` holds every run of neighbouring parts but the whole word."""

    exact: str
    stem: str
    parts: tuple[WordPart, ...]
    atoms: tuple[str, ...]


@lru_cache(maxsize=60_000)
def analyse_word(surface: str) -> Word:
    """The analysis of one token as written, capitals and hyphens included."""
    pieces = _pieces(surface)
    exact = "".join(fold(piece) for piece, _ in pieces)[:MAX_TERM] or surface[:MAX_TERM].lower()
    if len(surface) > MAX_TERM or len(pieces) > _MOST_PIECES:
        return Word(exact, exact, (), ())
    capital = surface[:1].isupper()
    genitive = _without_genitive(surface) or _name_before_s(exact)
    if stems.is_name(exact, capital=capital):
        return Word(exact, stems.NAME + exact, (), ())
    if genitive and stems.is_name(fold(genitive), capital=capital):
        return Word(exact, stems.NAME + fold(genitive), (), ())
    atoms = _atoms(pieces, exact)
    if len(atoms) < 2:
        stem = stems.stem((fold(genitive) if genitive else "") or exact)
        return Word(exact, stem, _heads([WordPart(stem, 0, len(surface))]), ())
    return Word(exact, _join(atoms), _runs(atoms) + _heads(atoms), tuple(atom.stem for atom in atoms))


def _pieces(surface: str) -> list[tuple[str, int]]:
    """The pieces between hyphens with their offsets, apostrophes and dots taken out."""
    pieces, position = [], 0
    for piece in surface.translate(_PIECE_BREAKS).split("-"):
        bare = piece.replace("'", "")
        if not bare[:1].isdigit():  # i.v.m., but not 1.5
            bare = bare.replace(".", "")
        if bare:
            pieces.append((bare, position))
        position += len(piece) + 1
    return pieces


def _without_genitive(surface: str) -> str | None:
    head, mark, tail = surface.translate(_PIECE_BREAKS).rpartition("'")
    return head if mark and tail.lower() == "s" and head and "-" not in head else None


def _name_before_s(exact: str) -> str | None:
    """Names take their s without an apostrophe: ``Cordaans``; but not in a word of the dictionary."""
    name = exact.removesuffix("s")
    return name if name != exact and stems.is_name(name) and not lexicon.knows(exact) else None


def _atoms(pieces: list[tuple[str, int]], exact: str) -> list[WordPart]:
    """The smallest parts, by the dictionary where it covers the joined word, else by the hyphens."""
    if len(pieces) == 1:
        piece, offset = pieces[0]
        return _split_piece(piece, fold(piece), offset)
    if stems.known_stem(exact) and not compounds.split(exact):
        return []
    return [atom for piece, offset in pieces for atom in _piece_atoms(piece, offset)]


def _piece_atoms(piece: str, offset: int) -> list[WordPart]:
    folded = fold(piece)
    if not folded:
        return []
    atoms = [] if stems.is_name(folded) else _split_piece(piece, folded, offset)
    return atoms or [WordPart(part_stem(folded), offset, offset + len(piece))]


def _split_piece(piece: str, folded: str, offset: int) -> list[WordPart]:
    parts = compounds.split(folded)
    if len(folded) != len(piece):  # ligatures: offsets would lie, so mark the whole piece
        return [WordPart(part_stem(part.word), offset, offset + len(piece)) for part in parts]
    return [WordPart(part_stem(part.word), offset + part.start, offset + part.end) for part in parts]


@lru_cache(maxsize=20_000)
def part_stem(folded: str) -> str:
    """The stem of a part; a linking -s that still clings to it (``arbeids``) is taken off."""
    if stems.is_name(folded):
        return stems.NAME + folded
    bare = folded.removesuffix("s")
    if bare != folded and len(bare) > 3 and _is_linked(folded, bare):
        return stems.stem(bare)
    return stems.stem(folded)


def _is_linked(folded: str, bare: str) -> bool:
    listed = wordlists.words("compound-words.txt")
    if folded in listed and bare in listed:
        return True
    return stems.known_stem(folded) is None and stems.known_stem(bare) is not None


def _join(atoms: list[WordPart]) -> str:
    return "".join(atom.stem for atom in atoms)[:MAX_TERM]


def _runs(atoms: list[WordPart]) -> tuple[WordPart, ...]:
    count = len(atoms)
    return tuple(
        WordPart(_join(atoms[start:end]), atoms[start].start, atoms[end - 1].end)
        for start in range(count)
        for end in range(start + 1, count + 1)
        if end - start < count
    )


def _heads(atoms: list[WordPart]) -> tuple[WordPart, ...]:
    """The one part by which some undivided words may be found: a ``huisarts`` is an ``arts``."""
    heads = wordlists.pairs("heads.txt")
    return tuple(
        WordPart(heads[atom.stem], max(atom.start, atom.end - len(heads[atom.stem])), atom.end)
        for atom in atoms
        if atom.stem in heads
    )
