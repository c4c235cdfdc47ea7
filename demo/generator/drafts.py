"""One synthetic practice, by chance but repeatable: what it is about and what it says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from random import Random

from django.utils.text import slugify

from demo.cases import READ_ON, ResultOfCase
from demo.generator.catalogue import Catalogue
from demo.generator.chance import one_of
from demo.generator.facets import draw_tags, draw_terms
from demo.generator.figures import draw_results, is_complete
from demo.generator.texts import Story, tell
from demo.generator.topic import Topic, draw_topic
from demo.generator.words import general_words
from practices.choices import Disclosure, Kind
from vocabulary.vocabularies import Vocabulary

#: Few organisations protect themselves, and fewer want to be quite anonymous.
DISCLOSURES = {Disclosure.NAMED: 70.0, Disclosure.SECTOR_AND_REGION: 20.0, Disclosure.ANONYMOUS: 10.0}
EXTRA_REGION = 0.1
FIRST_YEAR, LAST_YEAR = 2010, READ_ON.year

Month = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Draft:
    """All of one synthetic practice, without the database. ``region`` is empty for a national one."""

    key: str
    kind: Kind
    slug: str
    story: Story
    region: str
    extra_regions: tuple[str, ...]
    organisations: tuple[str, ...]
    terms: tuple[tuple[Vocabulary, str], ...]
    tags: tuple[str, ...]
    results: tuple[ResultOfCase, ...]
    start: Month
    end: Month
    checked_on: datetime.date
    disclosure: Disclosure
    code: str


def key_of(seed: int, number: int) -> str:
    """What a synthetic practice is known by."""
    return f"gen-{seed}-{number}"


def draft(seed: int, number: int, catalogue: Catalogue, attempts_share: float = 0.1) -> Draft:
    """The practice of a seed and a number. It does not depend on how many others are made."""
    rng = Random(f"{seed}/{number}")  # noqa: S311 - chance, not a secret
    topic = draw_topic(rng, catalogue, attempts_share, one_of(rng, DISCLOSURES))
    story = tell(rng, topic)
    results = draw_results(rng, topic)
    start, end = _period(rng)
    return Draft(
        key=key_of(seed, number),
        kind=topic.kind,
        slug=f"{slugify(story.title)[:60].strip('-')}-{seed}-{number}",
        story=story,
        region=topic.region,
        extra_regions=_extra_regions(rng, topic, catalogue),
        organisations=_organisations(rng, at_least=int(topic.disclosure != Disclosure.NAMED)),
        terms=draw_terms(rng, topic, catalogue, any(is_complete(result) for result in results)),
        tags=draw_tags(rng, topic),
        results=results,
        start=start,
        end=end,
        checked_on=READ_ON - datetime.timedelta(days=int(rng.expovariate(1 / 300))),
        disclosure=topic.disclosure,
        code=rng.randbytes(5).hex(),
    )


def _extra_regions(rng: Random, topic: Topic, catalogue: Catalogue) -> tuple[str, ...]:
    if not topic.region or rng.random() > EXTRA_REGION:
        return ()
    return tuple(code for code in catalogue.regions.some(rng, 1, 3) if code != topic.region)


def _organisations(rng: Random, at_least: int) -> tuple[str, ...]:
    """Names that are plainly not real, so that no organisation is said to have done what it did not do.

    Whoever protects an attempt knows whose it is, so there is one at least.
    """
    number = max(at_least, one_of(rng, {0: 8.0, 1: 70.0, 2: 15.0, 3: 7.0}))
    names = rng.sample(general_words().names, number)
    return tuple(f"Voorbeeldorganisatie {name}" for name in names)


def _period(rng: Random) -> tuple[Month, Month]:
    """Start and end: mostly recent, often only the year, seldom over."""
    if rng.random() < 0.15:
        return (None, None), (None, None)
    year = max(FIRST_YEAR, LAST_YEAR - int(rng.expovariate(1 / 3.5)))
    month = rng.randint(1, 12) if rng.random() < 0.4 else None
    ended = rng.random() < 0.2 and year < LAST_YEAR
    return (year, month), (min(LAST_YEAR, year + rng.randint(1, 3)) if ended else None, None)
