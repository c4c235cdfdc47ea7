"""From the notes of a conversation to a draft, with the rights of who held it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from wagtail.models import GroupPagePermission

from failing_forward.interview.draft import paragraphs
from failing_forward.interview.questions import QUESTIONS
from practices.choices import Basis, Disclosure
from practices.models import AttemptPage
from practices.presentation import plain
from tests.factories import region_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("section")]

FORM = "/beheer/interview/"


@pytest.fixture
def adviser(client: Client) -> User:
    group = Group.objects.create(name="Regioadviseur voorbeeldregio")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=region_page(), permission=permission)
    user = User.objects.create_user("adviseur", "adviseur@voorbeeld.nl", "geheim")
    user.groups.add(group)
    client.force_login(user)
    return user


def answers(**more: object) -> dict[str, object]:
    told = {question.field: f"Antwoord op {question.field}." for question in QUESTIONS}
    return {"region": region_page().pk, "title": "Het rooster", "level": "anoniem", **told, **more}


def test_every_question_fills_a_field_that_attempts_have() -> None:
    fields = [question.field for question in QUESTIONS]
    assert len(set(fields)) == len(fields)
    for name in fields:
        assert AttemptPage._meta.get_field(name)


def test_the_answers_become_a_draft_of_who_asked(client: Client, adviser: User) -> None:
    answer = client.post(FORM, answers(problem="Eerst dit.\n\nToen <b>dat</b> & meer."))
    page = AttemptPage.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/beheer/pages/{page.pk}/edit/")
    assert client.get(answer["Location"]).status_code == 200
    assert not page.live and page.owner == adviser and page.get_parent().pk == region_page().pk
    assert (page.disclosure, page.basis) == (Disclosure.ANONYMOUS, Basis.OWN)
    draft = page.get_latest_revision_as_object()
    assert draft.problem == "<p>Eerst dit.</p><p>Toen &lt;b&gt;dat&lt;/b&gt; &amp; meer.</p>"
    assert plain(draft.approach) == "Antwoord op approach."
    assert plain(draft.would_do_now) == "Antwoord op would_do_now."
    assert page.get_latest_revision().user == adviser


def test_two_drafts_of_one_title_and_empty_answers_are_no_trouble(client: Client, adviser: User) -> None:
    for _each in range(2):
        client.post(FORM, {"region": region_page().pk, "title": "???", "level": "met-naam"})
    assert AttemptPage.objects.count() == 2
    assert len(set(AttemptPage.objects.values_list("slug", flat=True))) == 2


def test_a_region_of_others_cannot_be_chosen(client: Client, adviser: User) -> None:
    other = region_page("andere-regio")
    answer = client.post(FORM, answers(region=other.pk))
    assert answer.status_code == 200 and "region" in answer.context["form"].errors
    assert answer.context["form"]["problem"].value() == "Antwoord op problem."
    assert not AttemptPage.objects.exists()


def test_who_may_add_nothing_does_not_get_the_form(client: Client, onlooker: User) -> None:
    client.force_login(onlooker)
    assert client.get(FORM).status_code == 302
    assert FORM not in client.get("/beheer/").content.decode()


def test_paragraphs_keep_lines_and_take_nothing_for_html() -> None:
    assert paragraphs("a\nb\r\n\r\n<script>") == "<p>a<br/>b</p><p>&lt;script&gt;</p>"
    assert paragraphs("  \n\n ") == ""
