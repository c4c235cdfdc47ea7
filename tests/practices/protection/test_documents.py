"""A document is there for visitors as long as a public page shows it."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from assets.models import PortalDocument
from practices.choices import Basis, ConsentChannel, Disclosure
from practices.consent.recording import record_consent, withdraw_consent
from practices.models import Attachment, AttemptPage
from tests.factories import READ_ON, contribution, region_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> PortalDocument:
    made: PortalDocument = PortalDocument.objects.create(
        title="Plan", file=ContentFile(b"Het plan", name="plan-kwikstaart.txt")
    )
    return made


def attempt(document: PortalDocument) -> AttemptPage:
    """A public attempt, told with its name, that shows the document."""
    page: AttemptPage = contribution(AttemptPage)
    page.attachments = [Attachment(document=document)]
    page.save()
    return page


def test_a_document_that_no_page_shows_is_not_for_visitors(
    document: PortalDocument, client: Client, admin_client: Client
) -> None:
    assert client.get(document.url).status_code == 404
    assert admin_client.get(document.url).status_code == 200
    attempt(document)
    assert client.get(document.url).status_code == 200


def test_the_attachment_of_an_attempt_does_not_outlive_its_name(
    document: PortalDocument, client: Client
) -> None:
    page = attempt(document)
    page.disclosure = Disclosure.ANONYMOUS
    page.save()
    assert client.get(document.url).status_code == 404, "still attached"
    page.attachments = []
    page.save()
    assert client.get(document.url).status_code == 404, "no longer attached"


def test_nor_a_withdrawn_consent(document: PortalDocument, client: Client) -> None:
    page = attempt(document)
    page.basis = Basis.OWN
    page.save_revision()
    record_consent(page, name="Iemand", role="", given_on=READ_ON, channel=ConsentChannel.SIGNED, user=None)
    assert client.get(document.url).status_code == 200
    withdraw_consent(page.pk, reason="")
    assert client.get(document.url).status_code == 404


def test_a_link_in_the_text_of_a_region_shows_a_document(document: PortalDocument, client: Client) -> None:
    page = region_page()
    page.introduction = f'<p><a linktype="document" id="{document.pk}">Het plan</a></p>'
    page.save()
    assert client.get(document.url).status_code == 200
