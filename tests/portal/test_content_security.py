"""What a browser may load: nothing from elsewhere, and nothing inline where visitors come."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def policy(client: Client, path: str) -> dict[str, str]:
    written = client.get(path).headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in written.split(";"))


@pytest.mark.parametrize("path", ["/", "/zoeken/?q=rooster", "/bestaat-niet/"])
def test_a_visitor_loads_only_what_is_ours(client: Client, path: str) -> None:
    allowed = policy(client, path)
    assert allowed["default-src"] == "'none'"
    assert allowed["script-src"] == allowed["style-src"] == "'self'"
    assert allowed["frame-ancestors"] == "'none'"


def test_inline_scripts_only_in_the_admin(admin_client: Client) -> None:
    assert "'unsafe-inline'" in policy(admin_client, "/beheer/")["script-src"]
    assert "'unsafe-inline'" not in policy(admin_client, "/")["script-src"]
