"""Many contributions get or lose a word at once; each is a case of its own, and all of it can be undone."""

from __future__ import annotations

import pytest
from django.test import Client, TestCase
from django.urls import reverse
from taggit.models import Tag
from wagtail.models import PageLogEntry

from editorial.models import Retagging
from practices.models import ContributionPage
from search.index.rebuild import rebuild
from tests import factories
from tests.editorial.review.scene import Scene, again, scene, send_in
from vocabulary.models import Term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture
def s() -> Scene:
    return scene()


@pytest.fixture
def editor(s: Scene, client: Client) -> Client:
    client.force_login(s.editor)
    return client


def published(s: Scene, title: str, **fields: object) -> ContributionPage:
    page = s.page(title=title, **fields)
    page.get_latest_revision().publish(user=s.editor)
    return again(page)


def themes(page: ContributionPage) -> set[str]:
    return {term.slug for term in page.terms().get("theme", ())}


def keywords(page: ContributionPage) -> set[str]:
    return {tag.name for tag in page.tags.all()}


def draft(page: ContributionPage) -> ContributionPage:
    latest: ContributionPage = again(page).get_latest_revision_as_object()
    return latest


def change(client: Client, *pages: ContributionPage, question: str = "", **words: object) -> str:
    """What is said afterwards."""
    data: dict[str, object] = {"page": [page.pk for page in pages]}
    data |= {name: f"{'tag' if isinstance(word, Tag) else 'term'}-{word.pk}" for name, word in words.items()}  # type: ignore[attr-defined]
    answer = client.post(f"{reverse('retag')}?{question}", data, follow=True)
    return answer.content.decode()


def undo(client: Client) -> str:
    address = reverse("retag_undo", args=[Retagging.objects.latest("pk").pk])
    return client.post(address, follow=True).content.decode()


def test_from_search_to_search(s: Scene, editor: Client, client: Client) -> None:
    theme = factories.term("theme", "verlof")
    found, other = published(s, "Zelf roosteren"), published(s, "Vroeg beginnen")
    rebuild()
    page = editor.get(reverse("retag"), {"q": "roosteren"})
    assert [row["page"].pk for row in page.context["rows"]] == [found.pk]
    with TestCase.captureOnCommitCallbacks(execute=True):
        said = change(editor, found, question="q=roosteren", give=theme)
    assert "1 bijdrage is gewijzigd" in said
    assert "verlof" in themes(again(found)) & themes(draft(found))
    assert "verlof" not in themes(again(other))
    assert found.title in client.get("/zoeken/?thema=verlof").content.decode()
    with TestCase.captureOnCommitCallbacks(execute=True):
        undo(editor)
    assert "verlof" not in themes(again(found)) | themes(draft(found))
    assert found.title not in client.get("/zoeken/?thema=verlof").content.decode()


def test_it_is_no_publication_and_the_history_names_who(s: Scene, editor: Client) -> None:
    page = published(s, "Zelf roosteren")
    change(editor, page, give=Tag.objects.create(name="zomer"))
    after = again(page)
    assert (after.last_published_at, after.has_unpublished_changes) == (page.last_published_at, False)
    assert after.live_revision_id == after.latest_revision_id != page.latest_revision_id
    assert PageLogEntry.objects.filter(page=page.pk, action="editorial.retagged", user=s.editor).exists()


def test_a_draft_on_top_keeps_what_it_holds_and_stays_a_draft(s: Scene, editor: Client) -> None:
    page = published(s, "Zelf roosteren")
    page.title = "Zelf roosteren, een jaar later"
    page.save_revision(user=s.adviser)
    change(editor, page, give=Tag.objects.create(name="zomer"))
    assert (again(page).title, keywords(again(page))) == ("Zelf roosteren", {"zomer"})
    assert (draft(page).title, keywords(draft(page))) == ("Zelf roosteren, een jaar later", {"zomer"})
    assert again(page).has_unpublished_changes


def test_one_word_in_the_place_of_another_only_where_that_is(s: Scene, editor: Client) -> None:
    old, new = Tag.objects.create(name="combi baan"), Tag.objects.create(name="combibaan")
    has, has_not = published(s, "Zelf roosteren"), published(s, "Vroeg beginnen")
    change(editor, has, give=old)
    change(editor, has, has_not, give=new, take=old)
    assert (keywords(again(has)), keywords(again(has_not))) == ({"combibaan"}, set())
    undo(editor)
    assert (keywords(again(has)), keywords(again(has_not))) == ({"combi baan"}, set())


def test_undoing_leaves_what_was_so_before(s: Scene, editor: Client) -> None:
    word = Tag.objects.create(name="zomer")
    had, got = published(s, "Zelf roosteren"), published(s, "Vroeg beginnen")
    change(editor, had, give=word)
    change(editor, had, got, give=word)
    undo(editor)
    assert (keywords(again(had)), keywords(again(got))) == ({"zomer"}, set())
    change(editor, had, give=word)
    assert Retagging.objects.filter(undone_at=None).count() == 1, "what changed nothing is not listed"


def test_what_would_become_unfinished_or_is_locked_is_left_alone(s: Scene, editor: Client) -> None:
    page, other, locked = published(s, "Zelf roosteren"), published(s, "Vroeg beginnen"), published(s, "Vast")
    (theme,) = page.terms()["theme"]
    other.set_terms([theme, factories.term("theme", "verlof")])
    other.save()
    ContributionPage.objects.filter(pk=locked.pk).update(locked=True, locked_by=s.adviser)
    said = change(editor, page, other, locked, take=theme)
    assert themes(again(page)) == {theme.slug}
    assert themes(again(locked)) == {theme.slug}
    assert themes(again(other)) == {"verlof"}
    assert all(f"“{title}”" in said for title in (page.title, "Vast"))


def test_what_is_under_review_keeps_its_ticks_and_its_place(s: Scene, editor: Client) -> None:
    page = published(s, "Zelf roosteren")
    page.summary = "Een nieuwe samenvatting."
    page.save_revision(user=s.adviser)
    send_in(page, s.adviser)
    change(editor, page, give=Tag.objects.create(name="zomer"))
    assert again(page).workflow_in_progress
    assert (draft(page).summary, keywords(draft(page))) == ("Een nieuwe samenvatting.", {"zomer"})


def test_words_that_were_merged_or_deleted_since_do_not_stop_undoing(s: Scene, editor: Client) -> None:
    page = published(s, "Zelf roosteren")
    gone = Tag.objects.create(name="zomer")
    change(editor, page, give=gone)
    gone.delete()
    assert undo(editor)
    assert undo(editor), "a second time says so"


@pytest.mark.parametrize("data", [{}, {"page": ["x"]}, {"give": "term-0"}, {"give": "onzin", "take": "tag-"}])
def test_nonsense_is_no_error(s: Scene, editor: Client, data: dict[str, object]) -> None:
    page = published(s, "Zelf roosteren")
    assert editor.post(reverse("retag"), {"page": [page.pk]} | data).status_code == 200
    assert not Retagging.objects.exists()


def test_an_address_of_the_search_page_can_be_pasted(s: Scene, editor: Client) -> None:
    (theme,) = published(s, "Zelf roosteren").terms()["theme"]
    factories.term("phase", "pilot")
    asked = f"https://voorbeeld.nl/zoeken/?thema={theme.slug}&fase=pilot&q=rooster"
    answer = editor.get(reverse("retag"), {"q": asked}, follow=True)
    assert answer.wsgi_request.GET.dict() == {"q": "rooster", "thema": theme.slug, "fase": "pilot"}
    assert ("fase", "pilot") in answer.context["search"].kept


@pytest.mark.parametrize("who", ["adviser", "contributor"])
def test_only_who_keeps_the_words_comes_in(s: Scene, client: Client, who: str) -> None:
    page = published(s, "Zelf roosteren")
    Retagging.objects.create(given="zomer", changes={})
    client.force_login(getattr(s, who))
    word = Term.objects.of("theme").first()
    client.post(reverse("retag"), {"page": page.pk, "take": f"term-{word.pk if word else 0}"})
    undo(client)
    assert client.get(reverse("retag")).status_code == 302
    assert not Retagging.objects.exclude(undone_at=None).exists()
    assert again(page).latest_revision_id == page.latest_revision_id
