"""Nothing unfinished goes public, whichever way somebody publishes it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from practices.choices import Basis
from practices.models import AttemptPage, ContactPerson, ContributionPage, PracticePage, ToolPage
from practices.publication import NotPublishable, missing_for_publication
from tests.factories import READ_ON, contribution, region_page, term

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("beheerder", "beheerder@example.org", "geheim"))
    return client


def title_only(title: str = "Alleen een titel") -> PracticePage:
    """A draft as the editor leaves it after the first line."""
    page = PracticePage(title=title, live=False)
    region_page().add_child(instance=page)
    page.save_revision()
    return page


def fields(page: ContributionPage) -> set[str]:
    return {missing.field for missing in missing_for_publication(page)}


def test_a_draft_needs_a_title_only_and_publishing_tells_what_is_missing() -> None:
    page = title_only()
    assert fields(page) == {"summary", "terms_theme", "approach", "contacts"}
    with pytest.raises(NotPublishable, match="Alleen een titel"):
        page.get_latest_revision().publish()
    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize("model", [PracticePage, AttemptPage, ToolPage])
def test_a_complete_contribution_misses_nothing(model: type[ContributionPage]) -> None:
    assert fields(contribution(model, publish=False)) == set()


def test_an_attempt_needs_its_cause_and_moment_and_a_tool_its_kind() -> None:
    attempt = contribution(AttemptPage, publish=False)
    attempt.set_terms([term("theme", "een-thema")])
    assert fields(attempt) == {"terms_failure_cause", "terms_failure_moment"}
    tool = contribution(ToolPage, publish=False)
    tool.set_terms([term("theme", "een-thema")])
    assert fields(tool) == {"terms_tool_kind"}


def test_own_contributions_need_consent_and_public_sources_their_date() -> None:
    page = contribution(publish=False)
    page.basis = Basis.OWN
    assert fields(page) == {"contacts"}
    page.contacts = [ContactPerson(name="Een verzonnen naam", consent_on=READ_ON)]
    assert fields(page) == set()
    page.basis = Basis.PUBLIC_SOURCE
    page.sources = []
    assert fields(page) == {"sources"}


def test_an_evidence_level_needs_its_date_and_reason() -> None:
    page = contribution(publish=False, terms=[term("evidence-level", "ervaring-beschreven")])
    assert fields(page) == {"evidence_reason"}
    page.evidence_date, page.evidence_reason = READ_ON, "Er is een organisatie genoemd."
    assert fields(page) == set()


def test_an_empty_paragraph_is_no_approach() -> None:
    page = contribution(publish=False)
    page.approach = [("paragraph", "<p> </p>")]
    assert fields(page) == {"approach"}


def test_bulk_publishing_leaves_the_unfinished_alone_and_says_so(editor: Client) -> None:
    good, bad = contribution(publish=False), title_only()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = editor.post(f"{address}?id={good.pk}&id={bad.pk}&next=/beheer/", {"include_descendants": ""})
    assert response.status_code == 302
    assert PracticePage.objects.get(pk=good.pk).live
    assert not PracticePage.objects.get(pk=bad.pk).live
    told = " ".join(str(message) for message in editor.get("/beheer/").context["messages"])
    assert "Alleen een titel" in told


def test_bulk_publishing_a_region_publishes_what_is_finished_below_it(editor: Client) -> None:
    good, bad = contribution(publish=False), title_only()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = f"id={region_page().pk}&next=/beheer/"
    editor.post(f"{address}?{query}", {"include_descendants": "on"})
    assert PracticePage.objects.get(pk=good.pk).live
    assert not PracticePage.objects.get(pk=bad.pk).live


def test_the_api_of_the_admin_publishes_only_what_is_finished_and_says_why(editor: Client) -> None:
    good, bad, live = contribution(publish=False), title_only(), contribution()
    live.summary = ""
    live.save_revision()
    answers = {}
    for page in (good, bad, live):
        address = reverse("wagtailadmin_api:pages:action", args=[page.pk, "publish"])
        answers[page.pk] = editor.post(address, {}, "application/json")
    assert [answer.status_code for answer in answers.values()] == [200, 400, 400]
    assert "Alleen een titel" in answers[bad.pk].json()["message"]
    assert "samenvatting" in answers[live.pk].json()["message"]
    assert PracticePage.objects.get(pk=good.pk).live
    assert not PracticePage.objects.get(pk=bad.pk).live
    assert PracticePage.objects.get(pk=live.pk).summary


def test_whichever_way_it_is_published_its_time_until_a_check_begins(editor: Client) -> None:
    by_form, by_api, at_once = (contribution(publish=False) for _way in range(3))
    by_form.save_revision()
    data = edit_form(editor, by_form) | {"action-publish": "action-publish"}
    data |= nested_form_data({"approach": streamfield([("paragraph", rich_text("<p>Eerst.</p>"))])})
    assert editor.post(reverse("wagtailadmin_pages:edit", args=[by_form.pk]), data).status_code == 302
    editor.post(reverse("wagtailadmin_api:pages:action", args=[by_api.pk, "publish"]), {}, "application/json")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor.post(f"{bulk}?id={at_once.pk}&next=/beheer/", {"include_descendants": ""})
    for page in (by_form, by_api, at_once):
        fresh = PracticePage.objects.get(pk=page.pk)
        assert fresh.live
        assert fresh.check_due


def test_the_schedule_goes_on_after_a_bad_page_and_its_history_says_why() -> None:
    bad, good = title_only(), contribution(publish=False)
    good.save_revision()
    past = timezone.now() - datetime.timedelta(minutes=5)
    Revision.objects.filter(object_id__in=[str(bad.pk), str(good.pk)]).update(approved_go_live_at=past)
    call_command("publish_scheduled")
    assert PracticePage.objects.get(pk=good.pk).live
    assert not PracticePage.objects.get(pk=bad.pk).live
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert PageLogEntry.objects.filter(page=bad.pk, action="practices.refused").exists()


def edit_form(editor: Client, page: ContributionPage) -> dict[str, Any]:
    """The fields of the edit form as a browser would send them back."""
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form")
    return {**data.dict(), **nested_form_data({"approach": streamfield([])})}


def draft(page: ContributionPage) -> ContributionPage:
    latest: ContributionPage = PracticePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return latest


def test_the_form_keeps_a_draft_and_refuses_to_publish_it_with_words_at_the_fields(editor: Client) -> None:
    page = title_only()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = edit_form(editor, page) | {"summary": "Half af."}
    assert editor.post(address, data).status_code == 302
    assert draft(page).summary == "Half af."
    data = edit_form(editor, page)  # of the version just saved: an older one would ask which of two to keep
    response = editor.post(address, data | {"action-publish": "action-publish"})
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert {"terms_theme", "approach"} <= set(errors)
    assert "summary" not in errors
    assert not PracticePage.objects.get(pk=page.pk).live


def test_the_form_saves_terms_of_every_vocabulary(editor: Client) -> None:
    page = title_only()
    theme, phase = term("theme", "roosteren"), term("phase", "pilot")
    data = edit_form(editor, page) | {"terms_theme": [theme.pk], "terms_phase": phase.pk}
    assert editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data).status_code == 302
    terms = draft(page).terms()
    assert terms == {"theme": (theme,), "phase": (phase,)}
