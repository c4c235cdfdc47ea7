"""The menu is kept in memory for some seconds, for finding it reads the whole tree."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings
from wagtail.models import Page

from practices.templatetags import layout
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_kept", {})


def rename(title: str) -> None:
    below_home = factories.region_page().get_parent()
    Page.objects.filter(pk=below_home.pk).update(title=title)


def shown(client: Client, title: str) -> bool:
    return title in client.get("/zoeken/").content.decode()


def test_a_change_is_seen_when_the_time_is_up(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.FRAME_SECONDS = 5.0
    now = 100.0
    monkeypatch.setattr(layout, "monotonic", lambda: now)
    rename("Streken")
    assert shown(client, "Streken")
    rename("Gewesten")
    assert shown(client, "Streken")
    now += 5
    assert shown(client, "Gewesten")


def test_each_address_has_a_frame_of_its_own(client: Client, settings: Settings) -> None:
    settings.FRAME_SECONDS = 60.0
    factories.region_page()
    for path, marked in (
        ("/zoeken/", '<a href="/zoeken/" aria-current="page">'),
        ("/", 'class="brand" href="/" aria'),
    ):
        for _again in range(2):
            page = client.get(path).content.decode()
            assert marked in page
            assert f'href="/melden/?pagina={path}"' in page


def test_hosts_that_visitors_make_up_do_not_fill_the_memory(client: Client, settings: Settings) -> None:
    settings.FRAME_SECONDS = 60.0
    for port in range(1000, 1150):
        client.get("/zoeken/", headers={"host": f"localhost:{port}"})
    assert len(layout._kept) <= 100
