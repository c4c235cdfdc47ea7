"""Publishing is refused while a text tells what the level hides, with the place and the words."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image

from assets.models import PortalDocument, PortalImage
from practices.choices import Disclosure
from practices.models import Attachment, AttemptPage, ContactPerson, Organisation, Result, Source
from practices.publication import NotPublishable, missing_for_publication
from regions.models import Place
from tests.factories import READ_ON, contribution, region, region_page

pytestmark = pytest.mark.django_db

NAME = "Stichting Voorbeeldzorg Kwikstaart"


def attempt(disclosure: Disclosure = Disclosure.SECTOR_AND_REGION, **fields: Any) -> AttemptPage:
    page: AttemptPage = contribution(
        AttemptPage,
        disclosure=disclosure,
        organisations=(NAME,),
        title="Het lukte niet",
        publish=False,
        **fields,
    )
    return page


def picture(name: str, **fields: Any) -> PortalImage:
    content = BytesIO()
    Image.new("RGB", (8, 8), "white").save(content, "PNG")
    cleared = {"rights_holder": "Een fotograaf", "licence": "own", "shown": "nobody"}
    image: PortalImage = PortalImage.objects.create(
        title=fields.pop("title", "Een kamer"), file=ImageFile(content, name=name), **(cleared | fields)
    )
    return image


def story(kind: str, value: Any) -> list[tuple[str, Any]]:
    return [("paragraph", "<p>Wij begonnen.</p>"), (kind, value)]


def told(page: AttemptPage) -> dict[str, str]:
    return {missing.field: missing.message for missing in missing_for_publication(page)}


def test_nothing_is_refused_when_no_text_tells() -> None:
    assert told(attempt()) == {}
    assert told(attempt(Disclosure.ANONYMOUS)) == {}


@pytest.mark.parametrize(
    "field",
    ["title", "seo_title", "search_description", "summary", "problem", "expected", "outcome", "missed_signs",
     "yielded", "lessons", "would_do_now", "costs", "evidence_reason"],
)  # fmt: skip
def test_a_name_in_a_field_is_shown_at_that_field(field: str) -> None:
    page = attempt()
    setattr(page, field, "Zo ging het bij Voorbeeldzorg-Kwikstaart.")
    found = told(page)
    assert set(found) == {field}
    assert "“Voorbeeldzorg-Kwikstaart”" in found[field]


def test_a_name_is_found_in_every_part_of_the_story() -> None:
    blocks: list[tuple[str, Any]] = [
        ("heading", "Kwikstaart begint"),
        ("paragraph", '<p>Lees <a href="https://voorbeeldzorgkwikstaart.nl/plan">het plan</a>.</p>'),
        ("steps", [{"title": "Bel Kwikstaart", "text": ""}]),
        ("steps", [{"title": "Bel", "text": "<p>Vraag naar Kwikstaart.</p>"}]),
        ("quote", {"text": "Wij van Kwikstaart dachten het te weten.", "speaker": ""}),
        ("quote", {"text": "Wij dachten het te weten.", "speaker": "teamleider Kwikstaart"}),
    ]
    for kind, value in blocks:
        page = attempt()
        page.approach = story(kind, value)
        assert set(told(page)) == {"approach"}, (kind, value)


@pytest.mark.parametrize(
    ("file_name", "fields"),
    [
        ("team-kwikstaart.png", {}),
        ("team.png", {"title": "Team Kwikstaart"}),
        ("team.png", {"description": "Het team van Kwikstaart"}),
        ("team.png", {"rights_holder": "Foto: Kwikstaart"}),
    ],
)
def test_a_name_is_found_with_an_image(file_name: str, fields: dict[str, str]) -> None:
    page = attempt()
    image = picture(file_name, **fields)
    page.approach = story("image", {"image": image, "alt_text": "Een team", "decorative": False})
    assert set(told(page)) == {"approach"}


def test_the_words_that_replace_an_image_count_too() -> None:
    page = attempt()
    page.approach = story("image", {"image": picture("a.png"), "alt_text": "Kwikstaart", "decorative": False})
    assert set(told(page)) == {"approach"}
    page.approach = story("image", {"image": picture("a.png"), "alt_text": "Een team", "decorative": False})
    assert told(page) == {}


def test_a_name_is_found_in_results_and_keywords() -> None:
    page = attempt()
    page.results = [Result(indicator="Verzuim bij Kwikstaart")]
    page.tags.add("kwikstaart")
    assert set(told(page)) == {"results", "tags"}


def test_a_link_within_the_portal_tells_by_where_it_leads() -> None:
    practice = contribution(title="Roosteren bij Kwikstaart")
    page = attempt()
    page.problem = f'<p>Zie <a linktype="page" id="{practice.pk}">dit</a>.</p>'
    assert set(told(page)) == {"problem"}


def test_a_link_to_what_the_organisation_tells_openly_tells_too() -> None:
    practice = contribution(title="Samen roosteren", organisations=("Voorbeeldzorg Kwikstaart",))
    page = attempt()
    page.problem = f'<p>Later lukte <a linktype="page" id="{practice.pk}">dit</a> wel.</p>'
    assert set(told(page)) == {"problem"}


def test_a_name_is_read_through_its_markup() -> None:
    page = attempt(problem="<p>Bij <b>Kwik</b>staart begon het.</p>")
    assert set(told(page)) == {"problem"}


def test_the_address_and_the_title_of_a_source_tell_who_it_is() -> None:
    page = attempt(
        lessons='<p>Lees <a href="https://krant.example/2024/rooster%20mislukt?x=1">meer</a>.</p>',
        outcome="<p>De krant schreef: waarom het rooster bleef liggen.</p>",
    )
    page.sources = [
        Source(title="Waarom het rooster bleef liggen", url="https://krant.example/2024/rooster%20mislukt",
               read_on=READ_ON),
        Source(title="Jaarverslag", url="https://www.krant.example/"),
    ]  # fmt: skip
    assert set(told(page)) == {"lessons", "outcome"}


def test_a_picture_of_another_page_is_refused() -> None:
    image = picture("kamer.png")
    other = contribution(title="Samen roosteren")
    other.approach = story("image", {"image": image, "alt_text": "Een kamer", "decorative": False})
    other.save()
    page = attempt()
    page.approach = story("image", {"image": image, "alt_text": "Een kamer", "decorative": False})
    assert "“Samen roosteren”" in told(page)["approach"]
    other.unpublish()
    assert told(page) == {}


def test_a_keyword_that_only_its_organisation_uses_is_refused() -> None:
    contribution(organisations=(NAME,), tags=("puzzelrooster", "ploegen"))
    contribution(organisations=("Zorggroep Grasmus",), tags=("ploegen",))
    page = attempt(tags=("puzzelrooster", "ploegen", "nieuw"))
    found = told(page)
    assert set(found) == {"tags"}
    assert "“puzzelrooster”" in found["tags"]


def test_partners_web_domain_and_contacts_are_hidden_too() -> None:
    page = attempt()
    page.organisations = [
        Organisation(name=NAME, website="https://www.fladderzorg.example/over"),
        Organisation(name="Adviesbureau Grasmus", role="partner"),
    ]
    page.contacts = [ContactPerson(name="Verzonnen Persoonsnaam", email="v@goudvinkzorg.example")]
    page.summary = (
        "Fladderzorg werkte met Grasmus, mail info@goudvinkzorg.example of vraag naar Persoonsnaam."
    )
    message = told(page)["summary"]
    for words in ("Fladderzorg", "Grasmus", "goudvinkzorg.example", "Persoonsnaam"):
        assert f"“{words}”" in message


def test_the_region_is_hidden_when_anonymous_only() -> None:
    home = region_page("zuidervoorbeeld")
    assert home.region is not None
    home.region.also_known_as = "Het Voorbeeldse Land"
    home.region.save()
    Place.objects.create(name="Verzonnenstad", region=home.region)
    extra = region("westervoorbeeld")
    for words in ("Zuidervoorbeeld", "Het Voorbeeldse Land", "Verzonnenstad", "Westervoorbeeld"):
        fields = {"parent": home, "extra_regions": (extra,), "summary": f"Een poging in {words}."}
        assert told(attempt(Disclosure.SECTOR_AND_REGION, **fields)) == {}
        assert set(told(attempt(Disclosure.ANONYMOUS, **fields))) == {"summary"}


def test_attachments_and_a_missing_organisation_keep_it_from_the_public() -> None:
    page = attempt()
    document = PortalDocument.objects.create(title="Plan", file=ContentFile(b"plan", name="plan.pdf"))
    page.attachments = [Attachment(document=document)]
    page.organisations = []
    assert set(told(page)) == {"attachments", "organisations"}


def test_with_its_name_all_of_it_may_be_told() -> None:
    assert told(attempt(Disclosure.NAMED, summary=f"{NAME} probeerde iets.")) == {}


def test_every_way_to_publish_refuses() -> None:
    page = attempt(summary="Zo ging het bij Kwikstaart.")
    with pytest.raises(NotPublishable, match="Kwikstaart"):
        page.save_revision().publish()
    assert not AttemptPage.objects.get(pk=page.pk).live
