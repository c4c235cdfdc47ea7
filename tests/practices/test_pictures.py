"""A picture in a story, from a real upload: modern formats, sizes known beforehand, and whose it is."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from django.test import Client
from PIL import Image
from pytest_django import Settings

from assets.models import Licence, PortalImage, Shown
from practices.models import PracticePage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture
def picture(settings: Settings, tmp_path: Path) -> PortalImage:
    """A photograph as a phone takes them: larger than any page shows it."""
    settings.MEDIA_ROOT = tmp_path
    file = BytesIO()
    Image.new("RGB", (1600, 900), "#0a5c49").save(file, "JPEG")
    file.seek(0)
    return PortalImage.objects.create(
        title="Rooster",
        description="Een rooster aan de muur",
        file=ImageFile(file, name="rooster.jpg"),
        rights_holder="Foto: Zorggroep Voorbeeld",
        licence=Licence.CC_BY,
        shown=Shown.NOBODY,
    )


def test_a_picture_comes_small_and_in_time(client: Client, picture: PortalImage) -> None:
    page = factories.contribution(PracticePage, publish=False)
    page.approach = [*page.approach.raw_data, {"type": "image", "value": _chosen(picture)}]
    page.save_revision().publish()
    figure = BeautifulSoup(client.get(page.get_url()).content, "html.parser").select_one("figure.picture")
    assert figure is not None
    image = figure.select("img")[0]
    assert image["alt"] == "Een rooster aan de muur"
    assert image["loading"] == "lazy"
    assert (image["width"], image["height"]) == ("608", "342")
    assert "Foto: Zorggroep Voorbeeld" in figure.get_text()
    assert "CC BY" in figure.get_text()
    sources = figure.select("source")
    assert [source["type"] for source in sources] == ["image/avif", "image/webp"]
    for source in (*sources, image):
        assert "92vw" in str(source["sizes"])
        addresses = [part.split()[0] for part in str(source["srcset"]).split(",")]
        assert len(addresses) == 2
        for address in addresses:
            assert client.get(address).status_code == 200, address


def _chosen(picture: PortalImage) -> dict[str, object]:
    return {"image": picture.pk, "alt_text": "Een rooster aan de muur", "decorative": False}
