"""No answer of the portal tells what the level of a protected attempt hides.

The strongest test first: with other hidden facts every answer stays the same, to the letter. So there is
nothing in it, no order and no count, from which they could be told.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote_plus

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.test import Client, TestCase
from PIL import Image

from assets.models import PortalDocument, PortalImage
from practices.choices import Basis, ConsentChannel, Disclosure
from practices.consent.recording import record_consent, withdraw_consent
from practices.models import Attachment, AttemptPage
from search.facets import FACETS
from search.index.serializer import documents_for
from search.index.targets import engine_named
from search.params import SearchParams
from search.service import search
from tests.factories import READ_ON, contribution, home_page, region_page, term
from tests.portal.leaks.crawl import Answer, ask, everything
from tests.portal.leaks.secrets import GOUDVINK, KWIKSTAART, Secrets, give, place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

TITLE = "Een gedeeld rooster dat bleef liggen"


@pytest.fixture(autouse=True)
def collection() -> Iterator[None]:
    """A few open contributions around it, in all regions but that of the second set of facts."""
    home_page()
    for secrets in (KWIKSTAART, GOUDVINK):
        region_page(secrets.region), region_page(secrets.extra_region)
    # With a question the attempts also stand in the list of questions and its PDF.
    term("failure-cause", "een-failure-cause", question="Wie maakt het rooster?")
    theme = term("theme", "roosteren")
    for slug in (KWIKSTAART.region, KWIKSTAART.extra_region, GOUDVINK.extra_region):
        contribution(
            title=f"Samen roosteren {slug[:4]}", parent=region_page(slug), terms=[theme], start_year=2024
        )
    contribution(AttemptPage, title="Een open poging", parent=region_page(KWIKSTAART.region), terms=[theme])
    yield


def attempt(disclosure: Disclosure, secrets: Secrets = KWIKSTAART) -> AttemptPage:
    """A published attempt with a picture, told by its organisation with consent."""
    page: AttemptPage = contribution(
        AttemptPage,
        title=TITLE,
        disclosure=disclosure,
        parent=region_page(secrets.region),
        terms=[term("theme", "roosteren")],
        start_year=2023,
        end_year=2024,
        problem="<p>Minder wisselingen in het rooster.</p>",
        lessons="<p>Vraag eerst wie het rooster maakt.</p>",
        publish=False,
    )
    page.approach = [
        ("paragraph", "<p>Wij maakten samen een rooster.</p>"),
        ("image", {"image": picture(), "alt_text": "Een rooster aan de muur", "decorative": False}),
    ]
    give(page, secrets)
    page.basis = Basis.OWN
    page.save_revision()
    agree(page)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return place(page, secrets)


def attached(page: AttemptPage) -> str:
    """The address of a document beside an open attempt."""
    document = PortalDocument.objects.create(
        title="Plan Kwikstaart", file=ContentFile(b"Het plan", name="plan-kwikstaart.txt"),
        rights_holder="Een schrijver", licence="own", shown="nobody",
    )  # fmt: skip
    page.attachments = [Attachment(document=document)]
    page.save_revision()
    agree(page)
    return str(document.url)


def agree(page: AttemptPage) -> None:
    """Write down that its organisation consents to the text as it is."""
    channel = ConsentChannel.SIGNED
    record_consent(page, name="Iemand", role="bestuurder", given_on=READ_ON, channel=channel, user=None)


def picture() -> PortalImage:
    """Wider than the smallest size, and low: so its six sizes are made quickly."""
    content = BytesIO()
    Image.new("RGB", (640, 40), "white").save(content, "JPEG")
    image: PortalImage = PortalImage.objects.create(
        title="Rooster", file=ImageFile(content, name="muur.jpg"), rights_holder="Een fotograaf",
        licence="own", shown="nobody",
    )  # fmt: skip
    return image


def addresses(page: AttemptPage, *all_secrets: Secrets) -> list[str]:
    """Where somebody who guesses would look: tree, names, every beginning of a name, the report form."""
    found = [
        page.get_url(),
        f"/melden/?pagina={page.get_url()}",
        f"/zoeken/?q={TITLE}",
        "/zoeken/?sorteer=nieuwste",
    ]
    for secrets in all_secrets:
        tree = f"/regio/{secrets.region}/{secrets.slug}/"
        found += [tree, f"/melden/?pagina={tree}", f"/falend-vooruit/{secrets.slug}/"]
        for name in (secrets.organisation, secrets.partner, secrets.person):
            found.append(f"/zoeken/?q={name}")
            found += [f"/zoeken/suggesties/?q={name[:length]}" for length in range(1, len(name) + 1)]
    return found


def combinations() -> Iterator[str]:
    """The answers to every choice of one value and of two values of different facets."""
    counts = engine_named().collection_counts()
    values = [(facet.key, value) for facet in FACETS for value in counts.get(facet.key, {})]
    chosen: list[tuple[tuple[str, str], ...]] = [(one,) for one in values]
    chosen += [pair for pair in itertools.combinations(values, 2) if pair[0][0] != pair[1][0]]
    for choice in chosen:
        found = search(SearchParams(selections={key: (value,) for key, value in choice}))
        hits = [hit.url for hit in found.hits]
        facets = [(value.slug, value.count) for facet in found.facets for value in facet.values]
        yield f"{choice} {found.total} {hits} {facets}"


def leaks(answers: dict[str, Answer], words: tuple[str, ...]) -> list[str]:
    """Which addresses answer with which words, apart from those that only give back what was typed."""
    return [
        f"{address}: {word}"
        for address, answer in answers.items()
        for word in words
        if answer.holds(word) and word not in unquote_plus(address).lower()
    ]


def typed_back(answers: dict[str, Answer], page: AttemptPage) -> list[str]:
    """Questions for a hidden name that lead to the attempt."""
    asked = [address for address in answers if address.startswith("/zoeken/?q=") and TITLE not in address]
    words = [word for each in (KWIKSTAART, GOUDVINK) for word in each.words]
    about_name = [address for address in asked if any(word in address.lower() for word in words)]
    return [address for address in about_name if answers[address].holds(page.get_url())]


@pytest.mark.parametrize("level", [Disclosure.SECTOR_AND_REGION, Disclosure.ANONYMOUS])
def test_with_other_hidden_facts_every_answer_is_the_same(level: Disclosure, client: Client) -> None:
    page = attempt(level)
    asked = addresses(page, KWIKSTAART, GOUDVINK)
    before, counted = everything(client, asked), list(combinations())
    assert before[page.get_url()].status == 200
    assert not leaks(before, KWIKSTAART.words)
    assert not typed_back(before, page)
    give(page, GOUDVINK)
    agree(page)
    with TestCase.captureOnCommitCallbacks(execute=True):
        if level == Disclosure.ANONYMOUS:
            page = place(page, GOUDVINK)
        else:
            page.save_revision().publish()
    after = everything(client, asked)
    changed = [
        address for address in before if before[address] != after.get(address) and address != "/health/"
    ]
    assert changed == []
    assert set(after) == set(before)
    assert list(combinations()) == counted
    assert not leaks(after, (*KWIKSTAART.words, *GOUDVINK.words))


@pytest.mark.parametrize("level", [Disclosure.SECTOR_AND_REGION, Disclosure.ANONYMOUS])
def test_the_document_of_the_index_holds_nothing_of_it(level: Disclosure) -> None:
    page = attempt(level)
    (document,) = documents_for([page.pk])
    stored = str(document.as_json()).lower()
    hidden = list(KWIKSTAART.words)
    if level == Disclosure.ANONYMOUS:
        hidden += ["voorbeeldstreek", "rx0"]
    assert [word for word in hidden if word in stored] == []
    assert (document.published.month, document.published.day) in {(1, 1), (12, 31)}
    assert document.card.checked_on == ""


def test_from_its_name_to_anonymous_everything_that_told_is_gone(client: Client) -> None:
    page = attempt(Disclosure.NAMED)
    document = attached(page)
    open_address = page.get_url()
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.slug = f"{page.slug}-2"
        page.save_revision().publish()
    told = everything(client, addresses(page, KWIKSTAART))
    assert told[document].status == 200
    assert leaks(told, KWIKSTAART.words), "told with its name it is everywhere, or this test sees nothing"
    pictures = {address for address in told if address.startswith("/media/")}
    assert pictures
    old_code = page.code
    page = AttemptPage.objects.get(pk=page.pk)
    page.disclosure, page.attachments = Disclosure.ANONYMOUS, []
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    page = AttemptPage.objects.get(pk=page.pk)
    after = everything(client, [*addresses(page, KWIKSTAART), *pictures, open_address, document])
    assert after[page.get_url()].status == 200
    assert leaks(after, KWIKSTAART.words) == []
    assert typed_back(after, page) == []
    for gone in (open_address, f"/falend-vooruit/{old_code}/", document, *pictures):
        assert ask(client, gone).status == 404, gone


@pytest.mark.parametrize("level", list(Disclosure))
def test_after_withdrawal_nothing_tells_that_it_was_there(level: Disclosure, client: Client) -> None:
    page = attempt(level)
    told = everything(client, addresses(page, KWIKSTAART))
    pictures = {address for address in told if address.startswith("/media/")}
    assert pictures
    with TestCase.captureOnCommitCallbacks(execute=True):
        withdraw_consent(page.pk, reason="")
    after = everything(client, told)
    assert leaks(after, (*KWIKSTAART.words, TITLE.lower(), "gedeeld rooster", page.code)) == []
    for gone in (page.get_url(), *pictures):
        assert after[gone].status == 404, gone
