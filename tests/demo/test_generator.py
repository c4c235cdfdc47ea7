"""Synthetic practices: repeatable, realistic in spread, and equal to pages made the ordinary way."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import models, transaction
from modelcluster.models import get_all_child_relations
from taggit.models import Tag
from wagtail.models import Page, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from demo.generator.catalogue import Catalogue, read_catalogue
from demo.generator.drafts import Draft, draft
from demo.generator.pages import page_of
from demo.generator.rows import write_published
from demo.generator.run import add_tags, generate
from demo.references import References
from practices.choices import Disclosure, Kind
from practices.models import AttemptPage, ContributionPage
from practices.publication import missing_for_publication
from regions.models import RegionPage
from vocabulary.vocabularies import SINGLE, Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_portal")]

#: What differs between any two rows: keys, positions, moments.
KEYS = {"pk", "id", "page", "page_ptr", "contributionpage_ptr", "content_object", "translation_key"}
PLACES = {"path", "live_revision", "latest_revision"}
MOMENTS = {"first_published_at", "last_published_at", "latest_revision_created_at"}
INCIDENTAL = KEYS | PLACES | MOMENTS


@pytest.fixture
def catalogue() -> Catalogue:
    return read_catalogue()


@pytest.fixture
def drafts(catalogue: Catalogue) -> list[Draft]:
    return [draft(1, number, catalogue, attempts_share=0.3) for number in range(1, 51)]


def row_of(instance: models.Model) -> dict[str, Any]:
    """A row as the database gives it back, without what is incidental."""
    fresh = type(instance)._base_manager.get(pk=instance.pk)
    return {
        field.name: field.value_from_object(fresh)
        for field in fresh._meta.concrete_fields
        if field.name not in INCIDENTAL
    }


def without_incidentals(content: Any) -> Any:
    """The content of a revision with its keys left out, at every level."""
    if isinstance(content, dict):
        return {key: without_incidentals(value) for key, value in content.items() if key not in INCIDENTAL}
    return [without_incidentals(item) for item in content] if isinstance(content, list) else content


def everything_of(key: str) -> dict[str, Any]:
    """All rows that make up one page: the page, its parts in order, its revisions."""
    page = ContributionPage.objects.get(import_key=key).specific
    parts = {
        relation.get_accessor_name(): [
            row_of(part) for part in getattr(page, relation.get_accessor_name()).all()
        ]
        for relation in get_all_child_relations(type(page))
    }
    revisions = [
        {
            "content": without_incidentals(revision.content),
            "object_str": revision.object_str,
            "types": (revision.content_type_id, revision.base_content_type_id),
            "live": revision.pk == page.live_revision_id,
            "latest": revision.pk == page.latest_revision_id,
        }
        for revision in Revision.objects.for_instance(page)
    ]
    assert page.first_published_at is not None
    assert page.last_published_at is not None
    assert page.latest_revision_created_at is not None
    return {
        "type": type(page),
        "page": row_of(page),
        "parts": parts,
        "revisions": revisions,
        "parent": page.get_parent().pk,
    }


def publish_ordinarily(item: Draft, references: References, tags: dict[str, Tag]) -> None:
    page = page_of(item, references, tags)
    page.live = False
    RegionPage.objects.get(pk=references.home(item.region).pk).add_child(instance=page)
    page.save_revision().publish()


def tree() -> dict[int, tuple[int, list[str]]]:
    """Of each region page the number of children it knows of, and those it has."""
    homes = RegionPage.objects.all()
    return {home.pk: (home.numchild, [child.slug for child in home.get_children()]) for home in homes}


def test_bulk_rows_equal_fifty_pages_made_the_ordinary_way(drafts: list[Draft]) -> None:
    references, tags = References(), dict[str, Tag]()
    add_tags(tags, drafts)
    with transaction.atomic(), disable_reference_index_auto_update():
        for item in drafts:
            publish_ordinarily(item, references, tags)
        ordinary = {item.key: everything_of(item.key) for item in drafts}
        ordinary_tree = tree()
        transaction.set_rollback(True)

    write_published((page_of(item, references, tags), references.home(item.region)) for item in drafts)

    for item in drafts:
        assert everything_of(item.key) == ordinary[item.key]
    assert tree() == ordinary_tree
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_kinds_and_parts_that_are_compared_do_occur(drafts: list[Draft]) -> None:
    assert {item.kind for item in drafts} == {Kind.PRACTICE, Kind.ATTEMPT}
    assert any(item.results for item in drafts)
    assert any(item.extra_regions for item in drafts)
    assert any(item.story.steps for item in drafts)
    assert any(item.story.quote for item in drafts)
    assert any(not item.region for item in drafts)


def test_generated_pages_can_be_edited_and_children_added_after_them() -> None:
    generate(20, seed=2)
    page = ContributionPage.objects.first().specific
    edited = page.get_latest_revision_as_object()
    edited.title = "Een andere titel"
    edited.save_revision().publish()
    assert ContributionPage.objects.get(pk=page.pk).title == "Een andere titel"
    generate(30, seed=2)
    assert ContributionPage.objects.count() == 30
    assert Page.find_problems() == ([], [], [], [], [])


def test_all_are_publishable() -> None:
    generate(60, seed=4, attempts_share=0.5)
    for page in ContributionPage.objects.specific():
        assert missing_for_publication(page) == (), page.import_key
        page.full_clean()


def test_the_same_seed_gives_the_same_and_another_seed_something_else(catalogue: Catalogue) -> None:
    assert draft(5, 7, catalogue) == draft(5, 7, read_catalogue())
    assert draft(5, 7, catalogue).story != draft(6, 7, catalogue).story
    assert draft(5, 7, catalogue).story != draft(5, 8, catalogue).story


def test_a_second_run_adds_nothing_and_a_larger_one_the_rest() -> None:
    assert generate(25, seed=3) == 25
    revisions = Revision.objects.count()
    assert generate(25, seed=3) == 0
    assert Revision.objects.count() == revisions
    assert generate(40, seed=3) == 15
    assert generate(5, seed=33) == 5


def test_lengths_are_those_of_real_stories(catalogue: Catalogue) -> None:
    lengths = sorted(draft(1, number, catalogue).story.words() for number in range(400))
    assert lengths[0] >= 250
    assert lengths[-1] <= 900
    assert 380 < lengths[200] < 560


def test_the_spread_is_skewed_and_reaches_everywhere(catalogue: Catalogue) -> None:
    many = [draft(1, number, catalogue) for number in range(3000)]
    for values in (
        Counter(item.region for item in many),
        Counter(tag for item in many for tag in item.tags),
        Counter(slug for item in many for vocabulary, slug in item.terms if vocabulary == Vocabulary.SECTOR),
    ):
        counts = [count for _value, count in values.most_common()]
        assert counts[0] > 4 * counts[len(counts) // 2 + len(counts) // 4]
    themes = {slug for item in many for vocabulary, slug in item.terms if vocabulary == Vocabulary.THEME}
    assert len(themes) == 45
    assert len({item.region for item in many}) == 29
    attempts = [item for item in many if item.kind == Kind.ATTEMPT]
    assert 0.07 < len(attempts) / len(many) < 0.13
    assert {item.disclosure for item in attempts} == set(Disclosure)
    assert all(item.disclosure == Disclosure.NAMED for item in many if item.kind != Kind.ATTEMPT)
    titles = Counter(item.story.title for item in many)
    assert len(titles) > 1000


def test_no_draft_breaks_a_rule_of_the_vocabularies(catalogue: Catalogue) -> None:
    for number in range(500):
        item = draft(8, number, catalogue, attempts_share=0.5)
        per_vocabulary = Counter(vocabulary for vocabulary, _slug in item.terms)
        assert all(per_vocabulary[vocabulary] <= 1 for vocabulary in SINGLE)
        assert len(item.story.summary) <= 300
        assert len(set(item.terms)) == len(item.terms)
        assert "{" not in repr(item.story)
        assert item.region not in item.extra_regions


def test_a_protected_attempt_names_no_place(catalogue: Catalogue) -> None:
    for number in range(800):
        item = draft(9, number, catalogue, attempts_share=1)
        if item.disclosure != Disclosure.NAMED and item.region:
            text = " ".join((*item.story.approach, *item.story.outcome))
            assert not any(
                f" in {place} " in text or f" in {place}." in text
                for place in catalogue.places[item.region].values
            )


def test_attempts_have_addresses_of_their_own() -> None:
    generate(80, seed=6, attempts_share=1)
    codes = set(AttemptPage.objects.values_list("code", flat=True))
    assert len(codes) == 80


def test_the_command_refuses_nonsense() -> None:
    with pytest.raises(CommandError):
        call_command("generate_practices", -1)
    with pytest.raises(CommandError):
        call_command("generate_practices", 1, attempts_share=2)
    call_command("generate_practices", 3, seed=77, verbosity=0)
    assert ContributionPage.objects.filter(import_key__startswith="gen-77-").count() == 3
