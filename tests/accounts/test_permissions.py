"""The permission matrix over the real addresses of the admin: nothing leaks, nothing needed is refused."""

from __future__ import annotations

import itertools
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.accounts.addresses import Address, addresses, values
from tests.accounts.matrix import COLUMNS, LISTS, LIVE, PAGES, REGION_PAGES, ROLES
from tests.accounts.world import BAIT, SECRET, World, draft, world

pytestmark = pytest.mark.django_db

XHR = {"X-Requested-With": "XMLHttpRequest"}


@pytest.fixture(params=ROLES)
def role(request: pytest.FixtureRequest) -> str:
    """A letter of the matrix."""
    return str(request.param)


@pytest.fixture
def w(role: str, client: Client) -> World:
    """The world, with its person logged in."""
    made = world(ROLES[role])
    client.force_login(made.user)
    return made


def is_open(client: Client, address: str) -> bool:
    """Whether the address shows something, instead of sending away."""
    response = client.get(address)
    assert response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, address
    return bool(response.status_code == HTTPStatus.OK)


def of_page(name: str, page: Any) -> str:
    """An address below ``wagtailadmin_pages`` about a page."""
    more: dict[str, Any] = {}
    if name in {"revisions_view", "revisions_revert", "revisions_unschedule"}:
        more["revision_id"] = page.latest_revision_id
    if name == "revisions_compare":
        return reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])
    part = "page_to_move_id" if name == "move" else "page_id"
    return reverse(f"wagtailadmin_pages:{name}", kwargs={part: page.pk, **more})


def test_drafts(role: str, w: World, client: Client) -> None:
    wrong = [
        (name, column)
        for name, row in PAGES.items()
        for column, allowed in zip(COLUMNS, row, strict=True)
        if is_open(client, of_page(name, getattr(w, column))) != (role in allowed)
    ]
    assert wrong == []


def test_live_pages(role: str, w: World, client: Client) -> None:
    own = draft(w.north, "Mijn openbare", w.user, publish=True)
    colleague = draft(w.north, "Openbaar van een collega", w.other.owner, publish=True)
    wrong = [
        (name, page.title)
        for name, row in LIVE.items()
        for page, allowed in zip((own, colleague, w.other_live), row, strict=True)
        if is_open(client, of_page(name, page)) != (role in allowed)
    ]
    assert wrong == []


def test_pages_of_regions(role: str, w: World, client: Client) -> None:
    wrong = []
    for name, row in REGION_PAGES.items():
        for page, allowed in zip((w.north, w.south), row, strict=True):
            args = ["practices", "practicepage", page.pk] if name.endswith(":add") else [page.pk]
            if is_open(client, reverse(name, args=args)) != (role in allowed):
                wrong.append((name, page.slug))
    assert wrong == []


def test_lists(role: str, w: World, client: Client) -> None:
    wrong = [name for name, allowed in LISTS.items() if is_open(client, reverse(name)) != (role in allowed)]
    assert wrong == []


@pytest.mark.parametrize("role", ["A", "I"], indirect=True)
def test_only_editors_publish_lock_and_order(role: str, w: World, client: Client) -> None:
    for name, key in (("lock", "page_id"), ("unlock", "page_id"), ("set_page_position", "page_to_move_id")):
        for page in (w.own, w.colleague, w.other):
            response = client.post(reverse(f"wagtailadmin_pages:{name}", kwargs={key: page.pk}))
            assert response.status_code in {302, 403}, name
            page.refresh_from_db()
            assert not page.locked
    for action in ("publish", "unpublish", "move", "delete"):
        address = reverse("wagtailadmin_api:pages:action", args=[w.other.pk, action])
        assert client.post(address, {}, "application/json").status_code in {403, 404}
    assert client.post(
        reverse("wagtailadmin_api:pages:action", args=[w.own.pk, "publish"]), {}, "application/json"
    ).status_code in {400, 403}
    w.own.refresh_from_db()
    assert not w.own.live


def test_every_address_of_the_admin_can_be_asked_for(client: Client) -> None:
    known = set(values(world("Redacteur")))
    unknown = [address for address in addresses() if not set(address.parts) <= known]
    assert unknown == [], (
        "Say in tests/accounts/addresses.py how to fill these, so that leaks are looked for."
    )


def questions(w: World, address: Address) -> list[str]:
    """All ways to ask an address for what belongs to others."""
    filled = values(w)
    combinations = itertools.product(*(filled[part] for part in address.parts))
    found = []
    for combination in combinations:
        try:
            path = reverse(address.name, kwargs=dict(zip(address.parts, combination, strict=True)))
        except LookupError:  # the same name with other parts
            continue
        found.append(path)
    return found


@pytest.mark.parametrize("role", ["A", "I"], indirect=True)
def test_nothing_of_others_is_told(role: str, w: World, client: Client) -> None:
    told, asked = [], 0
    pages = [w.other.pk, w.editors.pk, w.other_live.pk, w.protected.pk]
    ids = "&".join(f"id={pk}" for pk in [*pages, w.image_pk, w.document_pk])
    for address in addresses():
        if address.name in {"wagtailadmin_logout", "wagtailadmin_error_test"} or "api" in address.parts:
            continue
        plain = ("", f"?q={BAIT}", f"?{ids}")
        queries = (
            (f"?{ids}",) if address.name == "wagtail_bulk_action" else plain[:1] if address.parts else plain
        )
        for path in questions(w, address):
            for query in queries:
                response = client.get(path + query)
                asked += 1
                body = b"".join(response) if response.streaming else response.content
                if SECRET in body.decode(errors="replace") + str(response.headers):
                    told.append(path + query)
    assert asked > 300
    assert told == []


@pytest.mark.parametrize("role", ["I"], indirect=True)
def test_contributors_see_no_drafts_of_colleagues(role: str, w: World, client: Client) -> None:
    for address in (
        reverse("wagtailadmin_explore", args=[w.north.pk]),
        reverse("wagtailadmin_explore", args=[w.north.pk]) + "?q=concept",
        reverse("wagtailadmin_pages:search") + "?q=concept",
        reverse("wagtailadmin_choose_page_child", args=[w.north.pk]),
        reverse("wagtailadmin_choose_page_search") + "?q=concept",
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_api:pages:listing") + "?limit=20",
        reverse("wagtailadmin_pages:type_use", args=["practices", "practicepage"]),
    ):
        page = client.get(address).content.decode()
        assert "Concept van een collega" not in page, address
        assert "Mijn concept" in page, address


@pytest.mark.parametrize("role", ["A", "I"], indirect=True)
def test_what_visitors_see_can_be_linked_to(role: str, w: World, client: Client) -> None:
    browse = client.get(reverse("wagtailadmin_choose_page_child", args=[w.south.pk]), headers=XHR)
    search = client.get(reverse("wagtailadmin_choose_page_search") + "?q=openbaar", headers=XHR)
    chosen = client.get(
        reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={w.other_live.pk}", headers=XHR
    )
    for response in (browse, search, chosen):
        assert response.status_code == HTTPStatus.OK
        assert "Openbaar" in response.content.decode()


def test_an_adviser_of_two_regions_sees_both_and_no_third(client: Client) -> None:
    w = world("Regioadviseur noord")
    w.user.groups.add(w.south.team.advisers)
    client.force_login(w.user)
    for page in (w.own, w.other):
        assert is_open(client, of_page("edit", page))
    assert not is_open(client, of_page("edit", w.editors))
    assert not is_open(client, reverse("wagtailadmin_explore", args=[w.editors.pk]))
