"""Free keywords: matched without capitals, suggested while typing, tidied by editors."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from taggit.models import Tag
from wagtail.models import Revision

from practices.models import PracticePage
from practices.tagging import merge_tags, rename, tag_changed
from tests.succession.tree import practice, region_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> PracticePage:
    """A practice with one keyword."""
    made = practice(region_page())
    tag(made, "Rooster")
    return made


def tag(page: PracticePage, *names: str) -> None:
    """Give a page keywords, saved and in a revision."""
    page.tags.add(*names)
    page.save()
    page.save_revision()


def names(page: PracticePage) -> list[str]:
    """The keywords of a page as saved."""
    return sorted(item.name for item in PracticePage.objects.get(pk=page.pk).tags.all())


def address(view: str, *args: int) -> str:
    """Where a view of the keywords stands."""
    return reverse(f"trefwoorden:{view}", args=args)


def test_capitals_make_no_other_keyword(page: PracticePage) -> None:
    tag(page, "rooster", "ROOSTER", "Verzuim")
    assert names(page) == ["Rooster", "Verzuim"]
    assert Tag.objects.count() == 2


def test_keywords_are_suggested_while_typing(page: PracticePage, admin_client: Client) -> None:
    suggested = admin_client.get(reverse("wagtailadmin_tag_autocomplete"), {"term": "roo"})
    assert suggested.json() == ["Rooster"]


def test_the_list_counts_and_searches(page: PracticePage, admin_client: Client) -> None:
    Tag.objects.create(name="Ongebruikt")
    listed = admin_client.get(address("index"))
    assert [(item.name, item.use_count) for item in listed.context["object_list"]] == [
        ("Ongebruikt", 0),
        ("Rooster", 1),
    ]
    assert listed.context["page_title"] == "Trefwoorden"
    found = admin_client.get(address("index"), {"q": "onge"})
    assert [item.name for item in found.context["object_list"]] == ["Ongebruikt"]
    assert admin_client.get(address("index"), {"ordering": "-use_count"}).status_code == 200


def test_the_list_takes_as_many_queries_for_many_as_for_one(admin_client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(address("index"))
        return len(captured)

    Tag.objects.create(name="Een")
    queries()
    for_one = queries()
    for number in range(30):
        Tag.objects.create(name=f"Meer {number}")
    assert queries() == for_one


def test_keywords_are_not_made_here(admin_client: Client) -> None:
    assert admin_client.get(address("add")).status_code == 302


def test_renaming_keeps_the_slug(page: PracticePage, admin_client: Client) -> None:
    one = Tag.objects.get()
    admin_client.post(address("edit", one.pk), {"name": "  Slim   roosteren "})
    one.refresh_from_db()
    assert (one.name, one.slug) == ("Slim roosteren", "rooster")
    assert names(page) == ["Slim roosteren"]


def test_a_name_that_exists_is_refused_in_words(page: PracticePage, admin_client: Client) -> None:
    other = Tag.objects.create(name="Planning")
    refused = admin_client.post(address("edit", other.pk), {"name": "rooster"})
    assert refused.status_code == 200
    assert "name" in refused.context["form"].errors
    own_capitals = admin_client.post(address("edit", other.pk), {"name": "PLANNING"})
    assert own_capitals.status_code == 302


def test_merging_moves_pages_and_drafts_and_leaves_no_doubles(
    page: PracticePage, admin_client: Client
) -> None:
    tag(page, "Roosters")
    drafted = practice(region_page_of(page), "concept")
    drafted.tags.add("Roosters")
    drafted.save_revision()
    source, target = Tag.objects.get(name="Roosters"), Tag.objects.get(name="Rooster")
    assert admin_client.get(address("merge", source.pk)).status_code == 200
    assert admin_client.post(address("merge", source.pk), {"target": target.pk}).status_code == 302
    assert names(page) == ["Rooster"]
    assert [item.name for item in Tag.objects.all()] == ["Rooster"]
    newest = Revision.objects.for_instance(drafted).latest("pk")
    assert [part["tag"] for part in newest.content["tagged_items"]] == [target.pk]


def test_who_follows_keywords_hears_of_it(page: PracticePage) -> None:
    heard: list[Any] = []

    def listen(tag: Tag, replaced_by: Tag | None, **_sent: Any) -> None:
        heard.append((tag.name, replaced_by and replaced_by.name))

    tag_changed.connect(listen)
    target = Tag.objects.create(name="Planning")
    rename(Tag.objects.get(slug="rooster"), "Roosters")
    merge_tags(Tag.objects.get(slug="rooster"), target)
    tag_changed.disconnect(listen)
    assert heard == [("Roosters", None), ("Roosters", "Planning")]


def test_a_keyword_does_not_merge_into_itself(page: PracticePage) -> None:
    one = Tag.objects.get()
    with pytest.raises(ValidationError):
        merge_tags(one, one)


@pytest.mark.parametrize("used_in", ["page", "draft"])
def test_only_an_unused_keyword_is_deleted(page: PracticePage, admin_client: Client, used_in: str) -> None:
    page.tags.add("Nieuw")
    page.save_revision()
    name = {"page": "Rooster", "draft": "Nieuw"}[used_in]
    used = Tag.objects.get(name=name)
    assert address("merge", used.pk) in admin_client.get(address("delete", used.pk)).content.decode()
    admin_client.post(address("delete", used.pk))
    assert Tag.objects.filter(pk=used.pk).exists()
    unused = Tag.objects.create(name="Weg")
    admin_client.post(address("delete", unused.pk))
    assert not Tag.objects.filter(pk=unused.pk).exists()


def region_page_of(page: PracticePage) -> Any:
    """The page of the region that a contribution stands under."""
    return page.get_parent().specific
