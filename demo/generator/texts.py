"""The words of one synthetic practice: plain Dutch sentences, 250 to 900 words in all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from random import Random

from demo.generator.topic import Topic, capitalised
from demo.generator.words import general_words
from practices.choices import Disclosure, Kind

SUMMARY_LENGTH = 300
SHORTEST, LONGEST = 260, 790  # words that are aimed at; a last sentence may go over

#: Which part of the words goes to which section.
SHARES = {
    "problem": 0.15,
    "approach": 0.4,
    "outcome": 0.15,
    "lessons": 0.15,
    "costs": 0.05,
    "core": 0.05,
    "adaptable": 0.05,
}
#: Of every hundred practices so many tell their approach in steps too, and so many quote somebody.
WITH_STEPS, WITH_QUOTE = 0.4, 0.2
SENTENCES_A_PARAGRAPH = 4


@dataclass(frozen=True, slots=True)
class Story:
    """What one practice says. A section is a tuple of paragraphs; ``steps`` and ``quote`` may be empty."""

    title: str
    summary: str
    problem: tuple[str, ...]
    approach: tuple[str, ...]
    steps: tuple[str, ...]
    quote: str
    outcome: tuple[str, ...]
    lessons: tuple[str, ...]
    costs: tuple[str, ...]
    core: tuple[str, ...]
    adaptable: tuple[str, ...]

    def words(self) -> int:
        """How many words a reader reads."""
        sections = (
            self.problem,
            self.approach,
            self.steps,
            self.outcome,
            self.lessons,
            self.costs,
            self.core,
            self.adaptable,
        )
        return sum(len(text.split()) for text in chain((self.title, self.summary, self.quote), *sections))


def tell(rng: Random, topic: Topic) -> Story:
    """Tell about a topic, with a length that is usually moderate and sometimes great."""
    general = general_words()
    attempt = topic.kind == Kind.ATTEMPT
    length = SHORTEST + (LONGEST - SHORTEST) * rng.betavariate(1.5, 3.0)
    budget = {section: share * length for section, share in SHARES.items()}
    if attempt:  # these two are told of practices only
        budget["approach"] += budget.pop("core") + budget.pop("adaptable")
    team = rng.choice(general.teams)
    named_place = general.places if topic.place and topic.disclosure == Disclosure.NAMED else ()
    outcomes = general.failures if attempt else general.outcomes
    slots = topic.slots(rng) | {"team": team}

    def section(name: str, *pools: Iterable[str]) -> tuple[str, ...]:
        return _paragraphs(rng, topic, team, list(chain(*pools)), budget.get(name, 0))

    theme = topic.words
    return Story(
        title=_title(rng, attempt, slots),
        summary=_summary(rng, topic, slots),
        problem=section("problem", *(words.problems for words in theme), general.problems),
        approach=section("approach", *(words.actions for words in theme), general.actions, named_place),
        steps=_steps(rng, general.steps) if rng.random() < WITH_STEPS else (),
        quote=rng.choice(general.quotes) if rng.random() < WITH_QUOTE else "",
        outcome=section(
            "outcome", outcomes, general.outcomes if attempt else chain(*(words.outcomes for words in theme))
        ),
        lessons=section("lessons", *(words.lessons for words in theme), general.lessons),
        costs=section("costs", general.costs),
        core=section("core", general.core),
        adaptable=section("adaptable", general.adaptable),
    )


def _paragraphs(rng: Random, topic: Topic, team: str, pool: list[str], budget: float) -> tuple[str, ...]:
    """Different sentences from a pool until the budget of words is spent, a few to a paragraph."""
    rng.shuffle(pool)
    sentences: list[str] = []
    words = 0
    for sentence in pool:
        if words >= budget:
            break
        filled = capitalised(sentence.format(**topic.slots(rng), team=team))
        sentences.append(filled)
        words += len(filled.split())
    step = SENTENCES_A_PARAGRAPH
    return tuple(" ".join(sentences[start : start + step]) for start in range(0, len(sentences), step))


def _title(rng: Random, attempt: bool, slots: dict[str, str]) -> str:
    general = general_words()
    return capitalised(rng.choice(general.attempt_titles if attempt else general.titles).format(**slots))


def _summary(rng: Random, topic: Topic, slots: dict[str, str]) -> str:
    """Two sentences; where they would be too long together, the first."""
    general = general_words()
    sentences = {
        "Team": capitalised(slots["team"]),
        "Probleem": capitalised(rng.choice(topic.words[0].problems).format(**slots)),
        "Uitkomst": capitalised(rng.choice(topic.words[0].outcomes).format(**slots)),
        "Mislukking": capitalised(rng.choice(general.failures).format(**slots)),
    }
    pool = general.attempt_summaries if topic.kind == Kind.ATTEMPT else general.summaries
    summary = rng.choice(pool).format(**slots, **sentences)
    return summary if len(summary) <= SUMMARY_LENGTH else summary.split(". ")[0] + "."


def _steps(rng: Random, pool: Sequence[str]) -> tuple[str, ...]:
    """A few steps, in the order in which they stand in the pool."""
    chosen = sorted(rng.sample(range(len(pool)), rng.randint(3, 6)))
    return tuple(pool[position] for position in chosen)
