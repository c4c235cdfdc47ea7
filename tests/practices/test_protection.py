"""A protected attempt lives at one address only, and nothing at the others tells that it exists."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from practices.choices import Basis, ConsentChannel, Disclosure
from practices.consent.recording import record_consent, withdraw_consent
from practices.models import AttemptPage, ContactPerson, WithdrawnAddress
from tests.factories import READ_ON, contribution, region_page

pytestmark = pytest.mark.django_db


def attempt(disclosure: Disclosure = Disclosure.ANONYMOUS, **fields: object) -> AttemptPage:
    page: AttemptPage = contribution(
        AttemptPage,
        disclosure=disclosure,
        organisations=("Zorggroep Geheim",),
        slug="zorggroep-geheim-stopt",
        title="Het lukte niet",
        **fields,  # type: ignore[arg-type]
    )
    return page


def tree_address(page: AttemptPage) -> str:
    return f"/regio/{page.get_parent().slug}/{page.slug}/"


def test_it_is_served_at_its_code_and_nowhere_else(client: Client) -> None:
    page = attempt()
    assert page.get_url() == f"/falend-vooruit/{page.code}/"
    assert client.get(tree_address(page)).status_code == 404
    response = client.get(page.get_url())
    assert response.status_code == 200
    assert "Geheim" not in response.content.decode()
    assert "geheim" not in response.content.decode()


def test_a_named_attempt_has_no_code_address(client: Client) -> None:
    page = attempt(Disclosure.NAMED)
    assert client.get(tree_address(page)).status_code == 200
    assert client.get(f"/falend-vooruit/{page.code}/").status_code == 404


def test_an_unknown_code_is_not_found(client: Client) -> None:
    assert client.get("/falend-vooruit/bestaatniet/").status_code == 404


def test_withdrawn_or_private_it_is_not_found_without_a_word(client: Client) -> None:
    page = attempt()
    page.unpublish()
    assert client.get(f"/falend-vooruit/{page.code}/").status_code == 404
    assert client.get(tree_address(page)).status_code == 404


def test_moving_or_renaming_a_protected_attempt_leaves_no_redirect(client: Client) -> None:
    page = attempt()
    old = tree_address(page)
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.slug = "anders"
        page.save_revision().publish()
        page.move(region_page("tweede"), pos="last-child")
    assert not Redirect.objects.exists()
    assert client.get(old).status_code == 404


def test_protecting_it_later_silences_the_redirects_of_its_open_days(client: Client) -> None:
    page = attempt(Disclosure.NAMED)
    old = tree_address(page)
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.slug = "anders"
        page.save_revision().publish()
    assert client.get(old).status_code == 301
    page = AttemptPage.objects.get(pk=page.pk)
    page.disclosure = Disclosure.SECTOR_AND_REGION
    page.slug = "nog-eens-anders"
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    assert client.get(old).status_code == 404
    assert client.get("/regio/voorbeeldregio/anders/").status_code == 404


def test_an_old_revision_does_not_bring_an_old_code_back() -> None:
    page = attempt()
    early = page.get_latest_revision()
    page.disclosure = Disclosure.SECTOR_AND_REGION
    page.save_revision().publish()
    second = AttemptPage.objects.get(pk=page.pk).code
    early.publish()
    assert AttemptPage.objects.get(pk=page.pk).code not in {second, page.code} - {second}


def test_only_open_contributions_leave_a_word_of_farewell() -> None:
    protected, named = attempt(), attempt(Disclosure.NAMED, parent=region_page("tweede"))
    address = named.get_url()
    protected.delete()
    named.delete()
    assert list(WithdrawnAddress.objects.values_list("path", flat=True)) == [address]


def test_with_a_new_consent_after_a_withdrawal_the_open_address_still_tells_nothing(client: Client) -> None:
    page = attempt(Disclosure.NAMED)
    open_address = page.get_url()
    AttemptPage.objects.filter(pk=page.pk).update(basis=Basis.OWN)
    page.basis = Basis.OWN
    agreed: dict[str, Any] = {
        "name": "Iemand", "role": "", "given_on": READ_ON, "channel": ConsentChannel.SIGNED, "user": None
    }  # fmt: skip
    record_consent(page, **agreed)
    withdraw_consent(page.pk, reason="")
    draft = AttemptPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.disclosure = Disclosure.ANONYMOUS
    draft.save_revision()
    record_consent(draft, **agreed)
    response = client.get(open_address)
    assert response.status_code == 404
    assert "Het lukte niet" not in response.content.decode()


def test_a_copy_is_a_draft_that_must_be_published_like_any_other(admin_client: Client) -> None:
    page = attempt()
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    parent = page.get_parent()
    sent = {
        "new_title": "Kopie", "new_slug": "kopie", "new_parent_page": parent.pk,
        "publish_copies": "on", "alias": "on",
    }  # fmt: skip
    assert admin_client.post(address, sent).status_code == 302
    copy = AttemptPage.objects.get(slug="kopie")
    assert not copy.live
    assert copy.alias_of is None
    assert copy.code != page.code


def test_that_it_has_a_contact_is_not_told_by_number(client: Client) -> None:
    numbers = []
    for level in (Disclosure.NAMED, Disclosure.ANONYMOUS):
        page = attempt(level, parent=region_page(level.value))
        page.contacts = [ContactPerson(name="Pier Boomkruiper", consent_on=READ_ON)]
        page.save()
        numbers.append(page.pk)
    answers = [client.post(reverse("contact_used", args=[number])).status_code for number in numbers]
    assert answers == [204, 404]
