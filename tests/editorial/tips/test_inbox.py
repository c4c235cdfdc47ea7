"""The inbox: who sees which tips, and what one can do with them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.urls import reverse

from editorial.models import Tip
from editorial.tips.access import tips_for
from editorial.tips.drafting import make_draft
from practices.choices import Disclosure, Kind
from practices.models import AttemptPage, ContributionPage, PracticePage
from tests import factories
from tests.editorial.tips import people

pytestmark = pytest.mark.django_db

INBOX = "/beheer/tips/"


@pytest.fixture
def tips() -> dict[str, Tip]:
    """A tip of each region, of a region without a page, and a national one."""
    for slug in ("voorbeeldregio", "elders", None):
        factories.region_page(slug)
    regions = {
        "here": factories.region(),
        "there": factories.region("elders"),
        "homeless": factories.region("zonder-pagina"),
        "national": None,
    }
    return {name: people.tip(tried=f"Verhaal {name}", region=region) for name, region in regions.items()}


SEES = {
    "adviser": {"here"},
    "national": {"national", "homeless"},
    "editor": {"here", "there", "national", "homeless"},
    "administrator": {"here", "there", "national", "homeless"},
    "contributor": set(),
    "nobody": set(),
}


def somebody(role: str) -> User:
    """One of the roles above."""
    here = factories.region_page()
    if role == "administrator":
        return User.objects.create_superuser("beheerder", "beheer@example.org", "geheim-genoeg-12")
    if role in {"contributor", "nobody"}:
        return people.member_of(role, here, *(["add"] if role == "contributor" else []))
    return people.editor() if role == "editor" else people.adviser(None if role == "national" else here.slug)


@pytest.mark.parametrize("role", SEES)
def test_everybody_sees_and_opens_the_tips_of_the_own_regions_only(
    client: Client, tips: dict[str, Tip], role: str
) -> None:
    user = somebody(role)
    client.force_login(user)
    inbox = client.get(INBOX)
    assert (inbox.status_code == 200) is bool(SEES[role])
    assert set(tips_for(user)) == {tips[name] for name in SEES[role]}
    for name, tip in tips.items():
        assert (f"Verhaal {name}" in inbox.text) is (name in SEES[role])
        address = reverse("tips:inspect", args=[tip.pk])
        assert (client.get(address).status_code == 200) is (name in SEES[role])
        if name not in SEES[role]:
            for step in ("draft", "answer", "decline", "forward"):
                assert client.post(address, {"step": step}).status_code in {302, 404}
    assert not ContributionPage.objects.exists()
    assert not mail.outbox
    menu = client.get("/beheer/").text
    assert (INBOX in menu) is bool(SEES[role])


def test_there_is_no_form_of_wagtail_to_change_a_tip(client: Client, tips: dict[str, Tip]) -> None:
    client.force_login(somebody("administrator"))
    for path in ("new/", f"edit/{tips['here'].pk}/", f"delete/{tips['here'].pk}/"):
        assert client.get(INBOX + path).status_code == 404


def test_one_click_makes_a_draft_with_the_answers_in_their_places(
    client: Client, tips: dict[str, Tip]
) -> None:
    user = somebody("adviser")
    tip = people.tip(
        region=factories.region(),
        organisation="Zorggroep Voorbeeld",
        outcome="Minder ruilen <b>echt</b>",
        name="Voorbeeld Verteller",
        email="wie@example.org",
    )
    client.force_login(user)
    address = reverse("tips:inspect", args=[tip.pk])
    response = client.post(address, {"step": "draft", "kind": Kind.PRACTICE})
    page = PracticePage.objects.get()
    assert response.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.owner, page.get_parent().specific) == (False, user, factories.region_page())
    draft = page.get_latest_revision_as_object()
    assert draft.title == "Wij lieten teams zelf roosteren"
    assert "Zonder planner" in str(draft.approach)
    assert "&lt;b&gt;echt" in draft.outcome
    assert [item.name for item in draft.organisations.all()] == ["Zorggroep Voorbeeld"]
    assert "wie@example.org" not in str(page.latest_revision.content)
    tip.refresh_from_db()
    assert (tip.page_id, tip.progress) == (page.pk, "concept")
    assert client.get(response.headers["Location"]).status_code == 200
    client.post(address, {"step": "draft"})
    assert ContributionPage.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "model", "disclosure"),
    [
        ({"kind": "poging", "anonymous": True}, AttemptPage, Disclosure.ANONYMOUS),
        ({"worked": "mislukt"}, AttemptPage, Disclosure.NAMED),
        ({}, PracticePage, None),
    ],
)
def test_a_story_that_did_not_work_becomes_an_attempt_as_recognisable_as_its_teller_wants(
    client: Client, tips: dict[str, Tip], fields: dict[str, str], model: type, disclosure: str | None
) -> None:
    client.force_login(somebody("adviser"))
    tip = people.tip(region=factories.region(), **fields)
    client.post(reverse("tips:inspect", args=[tip.pk]), {"step": "draft"})
    page = model.objects.get()  # type: ignore[attr-defined]
    assert getattr(page, "disclosure", None) == disclosure


def test_who_may_change_but_not_add_makes_no_draft(client: Client, tips: dict[str, Tip]) -> None:
    reader = people.member_of("kijker", factories.region_page(), "change")
    client.force_login(reader)
    response = client.post(reverse("tips:inspect", args=[tips["here"].pk]), {"step": "draft"}, follow=True)
    assert "geen bijdragen toevoegen" in response.text
    assert not ContributionPage.objects.exists()


def test_a_draft_that_was_removed_leaves_the_tip_waiting(tips: dict[str, Tip]) -> None:
    assert set(Tip.objects.waiting()) == set(tips.values())
    page = make_draft(tips["here"], Kind.PRACTICE, somebody("adviser"))
    assert tips["here"] not in Tip.objects.waiting()
    page.delete()
    assert tips["here"] in Tip.objects.waiting()
    assert Tip.objects.get(pk=tips["here"].pk).progress == "gelezen"


def test_opening_marks_it_as_read_once(client: Client, tips: dict[str, Tip]) -> None:
    client.force_login(somebody("adviser"))
    address = reverse("tips:inspect", args=[tips["here"].pk])
    for _time in range(2):
        page = client.get(address)
    assert Tip.objects.get(pk=tips["here"].pk).state == "gelezen"
    history = page.text[page.text.index("Wat ermee is gedaan") :]
    assert history.count("<li>Gelezen (") == 1


def test_an_answer_is_mailed_and_stands_on_the_status_page_without_a_name_unless_signed(
    client: Client, tips: dict[str, Tip]
) -> None:
    user = somebody("adviser")
    user.first_name, user.last_name = "Voorbeeld", "Adviseur"
    user.save()
    client.force_login(user)
    tip = people.tip(region=factories.region(), email="wie@example.org")
    address = reverse("tips:inspect", args=[tip.pk])
    client.post(address, {"step": "answer", "answer-text": "Mogen wij langskomen?"})
    client.post(address, {"step": "answer", "answer-text": "Tot dinsdag!", "answer-sign": "on"})
    unsigned, signed = mail.outbox
    assert unsigned.to == signed.to == ["wie@example.org"]
    assert "langskomen" in unsigned.body
    for hidden in ("Adviseur", user.username, user.email):
        assert hidden not in unsigned.body
        assert hidden not in unsigned.from_email
    assert "Voorbeeld Adviseur" in signed.body
    status = Client().get(tip.status_path()).text
    assert "Mogen wij langskomen?" in status
    assert status.count("Voorbeeld Adviseur") == 1


def test_declining_asks_a_reason_tells_it_and_forgets_the_contact(
    client: Client, tips: dict[str, Tip]
) -> None:
    client.force_login(somebody("adviser"))
    tip = people.tip(region=factories.region(), email="wie@example.org", name="Voorbeeld Verteller")
    address = reverse("tips:inspect", args=[tip.pk])
    assert "Zeg waarom niet" in client.post(address, {"step": "decline", "decline-text": " "}).text
    assert not mail.outbox
    client.post(address, {"step": "decline", "decline-text": "Dit staat er al; wel bedankt."})
    tip.refresh_from_db()
    assert (tip.state, tip.email, tip.name) == ("afgewezen", "", "")
    assert tip not in Tip.objects.waiting()
    assert "Dit staat er al" in mail.outbox[0].body
    assert "Dit staat er al" in Client().get(tip.status_path()).text


def test_a_tip_for_another_region_goes_there(client: Client, tips: dict[str, Tip]) -> None:
    other = people.adviser("elders")
    client.force_login(somebody("adviser"))
    address = reverse("tips:inspect", args=[tips["here"].pk])
    assert "Kies de regio" in client.post(address, {"step": "forward"}).text
    there = factories.region_page("elders")
    response = client.post(address, {"step": "forward", "forward-page": there.pk})
    assert response.headers["Location"] == INBOX
    assert client.get(address).status_code == 404
    assert [message.to for message in mail.outbox] == [[other.email]]
    assert tips["here"] in tips_for(other)
    client.force_login(other)
    national = factories.region_page(None)
    client.post(address, {"step": "forward", "forward-page": national.pk})
    assert Tip.objects.get(pk=tips["here"].pk).region is None


def test_the_list_is_searched_and_filtered(client: Client, tips: dict[str, Tip]) -> None:
    client.force_login(somebody("editor"))
    Tip.objects.filter(pk=tips["there"].pk).update(state="afgewezen")
    for query, found in (
        ({"q": "Verhaal here"}, {"here"}),
        ({"waits": "ja"}, {"here", "national", "homeless"}),
        ({"region": factories.region().pk}, {"here"}),
        ({"state": "afgewezen"}, {"there"}),
    ):
        page = client.get(INBOX, query).text
        assert {name for name in tips if f"Verhaal {name}" in page.partition("<table")[2]} == found, query
