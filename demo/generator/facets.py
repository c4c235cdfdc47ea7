"""The terms and keywords of one synthetic practice, skewed as in life and often not filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from demo.generator.catalogue import Catalogue
from demo.generator.chance import Zipf, one_of
from demo.generator.topic import Topic
from demo.generator.words import general_words
from practices.choices import Kind
from vocabulary.vocabularies import Vocabulary


@dataclass(frozen=True, slots=True)
class Habit:
    """How often people fill in a vocabulary, and with how many terms at most."""

    share: float
    most: int = 1


HABITS = {
    Vocabulary.ACTION_LINE: Habit(0.5, 2),
    Vocabulary.SETTING: Habit(0.7, 2),
    Vocabulary.PHASE: Habit(0.85),
    Vocabulary.DEPLOYABILITY: Habit(0.4, 2),
    Vocabulary.COST: Habit(0.45),
    Vocabulary.LEAD_TIME: Habit(0.5),
    Vocabulary.EFFECT: Habit(0.75, 3),
    Vocabulary.ORGANISATION_SIZE: Habit(0.4),
    Vocabulary.LEGAL_TOPIC: Habit(0.2, 2),
    Vocabulary.RESERVED_PROCEDURE: Habit(0.03),
    Vocabulary.RECOGNITION: Habit(0.04),
}
#: The higher a step of the ladder, the rarer. "" is: not judged.
EVIDENCE = {
    "": 38.0,
    "ervaring-beschreven": 40.0,
    "gemeten-in-eigen-organisatie": 13.0,
    "goed-beschreven": 5.0,
    "goed-onderbouwd": 2.5,
    "eerste-aanwijzingen": 1.0,
    "goede-aanwijzingen": 0.4,
    "sterke-aanwijzingen": 0.1,
}
MEASURED = "gemeten-in-eigen-organisatie"
SUBTHEMES = 2
EXTRA_TAG = 0.4


def draw_terms(
    rng: Random, topic: Topic, catalogue: Catalogue, measured: bool
) -> tuple[tuple[Vocabulary, str], ...]:
    """All terms of a topic, each once. ``measured``: whether there is a figure the ladder asks for."""
    return tuple(dict.fromkeys(_terms(rng, topic, catalogue, measured)))


def _terms(
    rng: Random, topic: Topic, catalogue: Catalogue, measured: bool
) -> Iterator[tuple[Vocabulary, str]]:
    for theme in topic.themes:
        yield Vocabulary.THEME, theme
        if theme in catalogue.subthemes:
            for child in catalogue.subthemes[theme].some(rng, 0, SUBTHEMES):
                yield Vocabulary.THEME, child
    yield from ((Vocabulary.SECTOR, slug) for slug in topic.sectors)
    yield from ((Vocabulary.FUNCTION_GROUP, slug) for slug in topic.groups)
    for vocabulary, habit in HABITS.items():
        if rng.random() < habit.share and catalogue.has(vocabulary):
            for slug in catalogue.terms[vocabulary].some(rng, 1, habit.most):
                yield vocabulary, slug
    level = one_of(rng, EVIDENCE)
    if (
        level
        and (measured or level != MEASURED)
        and level in catalogue.terms[Vocabulary.EVIDENCE_LEVEL].values
    ):
        yield Vocabulary.EVIDENCE_LEVEL, level
    if topic.kind == Kind.ATTEMPT:
        for slug in catalogue.terms[Vocabulary.FAILURE_CAUSE].some(rng, 1, 3):
            yield Vocabulary.FAILURE_CAUSE, slug
        yield Vocabulary.FAILURE_MOMENT, catalogue.terms[Vocabulary.FAILURE_MOMENT].one(rng)


def draw_tags(rng: Random, topic: Topic) -> tuple[str, ...]:
    """Keywords: mostly those of the theme, now and then another; a few are on many practices, most on few."""
    tags = [tag for words in topic.words for tag in Zipf(words.tags, 1.2).some(rng, 0, 3)]
    if rng.random() < EXTRA_TAG:
        tags += Zipf(general_words().extra_tags, 1.1).some(rng, 1, 2)
    return tuple(dict.fromkeys(tags))
