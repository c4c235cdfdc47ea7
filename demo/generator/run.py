"""Making many synthetic practices, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from django.db import reset_queries
from taggit.models import Tag
from tqdm import tqdm

from demo.generator.catalogue import read_catalogue
from demo.generator.drafts import Draft, draft, key_of
from demo.generator.pages import page_of
from demo.generator.rows import write_published
from demo.references import References
from practices.models import ContributionPage

#: Large enough to make bulk rows pay, small enough to hold a batch in a few tens of megabytes.
BATCH = 250


def generate(count: int, seed: int, attempts_share: float = 0.1) -> int:
    """Publish the practices 1 to ``count`` of a seed that are not there yet; return how many that were.

    A batch is written whole or not at all, so a run that was broken off can be taken up again.
    """
    catalogue = read_catalogue()
    references = References()
    tags: dict[str, Tag] = {}
    missing = _missing(count, seed)
    drafts = (draft(seed, number, catalogue, attempts_share) for number in missing)
    with tqdm(total=len(missing), unit=" practices", disable=None) as progress:
        while batch := list(islice(drafts, BATCH)):
            add_tags(tags, batch)
            write_published((page_of(item, references, tags), references.home(item.region)) for item in batch)
            progress.update(len(batch))
            reset_queries()  # with DEBUG on, Django would keep the text of every query
    return len(missing)


def add_tags(tags: dict[str, Tag], drafts: Iterable[Draft]) -> None:
    """Make sure that ``tags`` holds every keyword of the drafts; an existing one counts in any case."""
    for name in {name for item in drafts for name in item.tags} - tags.keys():
        tags[name] = Tag.objects.filter(name__iexact=name).first() or Tag.objects.create(name=name)


def _missing(count: int, seed: int) -> list[int]:
    prefix = key_of(seed, 0).removesuffix("0")
    present = set(
        ContributionPage.objects.filter(import_key__startswith=prefix).values_list("import_key", flat=True)
    )
    return [number for number in range(1, count + 1) if key_of(seed, number) not in present]
