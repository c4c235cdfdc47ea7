"""The pages that are not contributions: errors, withdrawn addresses, the region chooser, the budgets."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.core.management import call_command
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from fontTools.ttLib import TTFont
from wagtail.contrib.redirects.models import Redirect

from portal.errors import server_error
from portal.settings.environment import BASE_DIR
from practices.choices import Disclosure
from practices.models import AttemptPage, WithdrawnAddress
from search.index.rebuild import rebuild
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture
def pages() -> None:
    """A home page, and an index that is empty."""
    factories.region_page()
    rebuild()


@pytest.mark.usefixtures("pages")
def test_an_address_that_never_was_is_not_found(client: Client) -> None:
    response = client.get("/nooit-geweest/")
    assert response.status_code == 404
    assert "Deze pagina vinden we niet" in response.text


@pytest.mark.usefixtures("pages")
def test_an_address_that_postgresql_cannot_look_for_is_not_looked_for(client: Client) -> None:
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/regio/%00/").status_code == 404
    assert not [query["sql"] for query in captured if "withdrawnaddress" in query["sql"]]


@pytest.mark.usefixtures("pages")
def test_a_deleted_contribution_is_gone(client: Client) -> None:
    WithdrawnAddress.objects.create(path="/regio/rijnmond/weg/", title="Flexpool in de avond")
    response = client.get("/regio/rijnmond/weg/")
    assert response.status_code == 410
    assert "Flexpool in de avond" in response.text


@pytest.mark.usefixtures("pages")
def test_what_is_gone_offers_what_is_like_it_and_otherwise_the_newest(client: Client) -> None:
    factories.contribution(title="Flexpool met drie huizen")
    page = factories.contribution(title="Zin in werk", summary="Drie huizen begonnen een flexpool.")
    newest = factories.contribution(title="Medicijnen in een kastje")
    page.unpublish()
    rebuild()
    like_it = client.get(page.get_url()).text
    assert "Flexpool met drie huizen" in like_it
    assert newest.title not in like_it
    WithdrawnAddress.objects.create(path="/regio/weg/", title="Iets heel anders")
    assert newest.title in client.get("/regio/weg/").text


@pytest.mark.usefixtures("pages")
def test_a_redirect_goes_before_a_withdrawn_address(client: Client) -> None:
    WithdrawnAddress.objects.create(path="/regio/rijnmond/weg/", title="Flexpool in de avond")
    Redirect.add_redirect("/regio/rijnmond/weg/", "/zoeken/")
    assert client.get("/regio/rijnmond/weg/").headers["Location"] == "/zoeken/"


@pytest.mark.usefixtures("pages")
def test_an_unpublished_page_is_gone_but_a_draft_was_never_there(client: Client) -> None:
    page = factories.contribution(title="Ooit te lezen")
    address = page.get_url()
    assert client.get(address).status_code == 200
    page.unpublish()
    response = client.get(address)
    assert response.status_code == 410
    assert "Ooit te lezen" in response.text
    draft = factories.contribution(title="Nog niet af", publish=False)
    assert client.get(address.replace(page.slug, draft.slug)).status_code == 404


@pytest.mark.usefixtures("pages")
def test_a_protected_attempt_leaves_no_trace(client: Client) -> None:
    page = factories.contribution(AttemptPage, disclosure=Disclosure.ANONYMOUS)
    below_its_region = f"{page.get_parent().get_url()}{page.slug}/"
    protected = page.get_url()
    assert client.get(protected).status_code == 200
    assert client.get(below_its_region).status_code == 404
    page.unpublish()
    assert client.get(protected).status_code == 404
    assert client.get(below_its_region).status_code == 404


@pytest.mark.usefixtures("pages")
def test_the_page_of_a_protected_attempt_names_neither_organisation_nor_region(client: Client) -> None:
    names = ("Zorg Geheim",)
    page = factories.contribution(AttemptPage, disclosure=Disclosure.ANONYMOUS, organisations=names)
    text = client.get(page.get_url()).text
    assert "Zorg Geheim" not in text
    assert page.get_parent().title not in text
    assert "Niet aan een regio gebonden" not in text
    assert "Verteld zonder naam" in text


def test_postcode_and_place_lead_to_a_region(client: Client) -> None:
    call_command("set_up_portal", verbosity=0)
    rebuild()
    for typed in ("3011 AB", "3011", "Rotterdam", "rijnmond"):
        response = client.get("/mijn-regio/", {"plaats": typed})
        assert response.status_code == 302, typed
        assert response.headers["Location"].endswith("/regio/rijnmond/"), typed
    response = client.get("/mijn-regio/", {"plaats": "<b>Nergens</b>"})
    assert response.status_code == 200
    assert "&lt;b&gt;Nergens&lt;/b&gt;" in response.text
    assert 'href="/regio/groningen/"' in response.text


@pytest.mark.usefixtures("pages")
def test_results_may_be_indexed_only_without_a_question(client: Client) -> None:
    assert "noindex" not in client.get("/zoeken/").text
    assert 'content="noindex"' in client.get("/zoeken/?q=rooster").text


@pytest.mark.usefixtures("pages")
def test_htmx_gets_only_what_changes(client: Client) -> None:
    fragment = client.get("/zoeken/?q=rooster", headers={"HX-Request": "true"}).text
    assert "<html" not in fragment
    assert 'id="resultaten"' in fragment
    assert fragment.count("hx-swap-oob") == 2
    whole = client.get("/zoeken/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}).text
    assert "<html" in whole


@pytest.mark.usefixtures("pages")
def test_nothing_that_the_security_policy_forbids_and_no_cookie(client: Client) -> None:
    contribution = factories.contribution()
    for address in ("/", "/zoeken/", "/regio/", contribution.get_url(), "/bestaat-niet/"):
        response = client.get(address)
        for forbidden in (" style=", "<style", " onclick=", "javascript:"):
            assert forbidden not in response.text, address
        assert not response.cookies, address


def test_a_search_that_is_away_says_so(client: Client) -> None:
    factories.region_page()
    response = client.get("/zoeken/?q=rooster")
    assert response.status_code == 503
    assert "Zoeken lukt nu even niet" in response.text
    assert "Niets gevonden" not in response.text
    assert client.get("/").status_code == 200


def test_a_form_that_stood_open_too_long_says_what_to_do() -> None:
    factories.home_page()
    response = Client(enforce_csrf_checks=True).post("/account/inloggen/", {"login": "noor"})
    assert response.status_code == 403
    assert "wat u typte, staat er nog" in response.text


def test_a_fault_of_ours_needs_no_database() -> None:
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Er ging bij ons iets mis" in response.content.decode()


def test_the_files_stay_small(tmp_path: Path) -> None:
    call_command("build_fonts", folder=tmp_path, verbosity=0)
    fonts = list(tmp_path.glob("*.woff2"))
    assert len(fonts) == 4
    assert sum(font.stat().st_size for font in fonts) <= 130_000
    for font in fonts:
        letters = TTFont(font).getBestCmap()
        assert letters[ord("'")] == letters[ord("’")], "regio's is shown as print does"
    assert len(gzip.compress((tmp_path / "site.css").read_bytes())) <= 30_000
    scripts = [BASE_DIR / "static" / "js" / name for name in ("portal.js", "suggestions.js")]
    htmx = find("django_htmx/htmx-2.min.js")
    assert isinstance(htmx, str)
    scripts.append(Path(htmx))
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) <= 30_000
