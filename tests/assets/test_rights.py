"""What is shown has a maker, a licence and the consent of who is in it, before anybody sees it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.test import Client

from assets.models import PortalDocument, PortalImage
from practices.models import Attachment, PracticePage
from practices.publication import missing_for_publication
from tests.assets.files import PDF, picture
from tests.factories import contribution

pytestmark = pytest.mark.django_db

CLEARED = {"rights_holder": "Foto: Zorggroep Voorbeeld", "licence": "cc-by", "shown": "consent"}


def illustrated(**rights: str) -> PracticePage:
    """A practice with a picture and an attachment."""
    page: PracticePage = contribution(publish=False)
    image = PortalImage.objects.create(
        title="Het team", file=ImageFile(ContentFile(picture()), "team.png"), **rights
    )
    document = PortalDocument.objects.create(title="De brief", file=ContentFile(PDF, "brief.pdf"), **rights)
    story: list[tuple[str, Any]] = [
        ("paragraph", "<p>Wij begonnen.</p>"),
        ("image", {"image": image, "alt_text": "Een team", "decorative": False}),
    ]
    page.approach = story
    page.attachments = [Attachment(document=document)]
    return page


@pytest.mark.parametrize("lacking", CLEARED)
def test_nothing_is_published_of_which_a_right_is_not_known(lacking: str) -> None:
    page = illustrated(**{name: value for name, value in CLEARED.items() if name != lacking})
    told = {missing.field: missing.message for missing in missing_for_publication(page)}
    assert told.keys() == {"approach", "attachments"}
    assert "Het team" in told["approach"]
    assert "De brief" in told["attachments"]


def test_visitors_read_whose_it_is(client: Client) -> None:
    page = illustrated(**CLEARED)
    page.save_revision().publish()
    shown = client.get(page.get_url()).content.decode()
    assert "Foto: Zorggroep Voorbeeld" in shown
    assert "CC BY" in shown
