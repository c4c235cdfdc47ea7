"""The list of questions before one begins: drawn as narrowly as makes sense, and honest about it."""

from __future__ import annotations

import os
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from failing_forward.pdf import library, making
from failing_forward.premortem.questions import Circle, question_list
from practices.choices import Disclosure
from tests.failing_forward.conftest import attempt
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("section")]

needs_pango = pytest.mark.skipif(
    not library.can_make_pdf() and os.environ.get("CI") != "true", reason="Pango is not installed."
)


def term(vocabulary: Vocabulary, slug: str) -> Term:
    return Term.objects.of(vocabulary).get(slug=slug)


def slugs(theme: str = "", sector: str = "") -> list[str]:
    found = question_list(
        term(Vocabulary.THEME, theme) if theme else None, term(Vocabulary.SECTOR, sector) if sector else None
    )
    return [question.term.slug for question in found.questions]


def test_the_most_frequent_pattern_comes_first_each_with_an_attempt_of_its_own() -> None:
    one = attempt(causes=("geen-draagvlak", "verkeerd-moment"))
    two = attempt(causes=("geen-draagvlak",))
    three = attempt(causes=("te-vroeg-gejuicht",))
    found = question_list(None, None)
    assert [(each.term.slug, each.number) for each in found.questions] == [
        ("geen-draagvlak", 2),
        ("te-vroeg-gejuicht", 1),
        ("verkeerd-moment", 1),
    ]
    assert [int(each.example.key) for each in found.questions] == [two.pk, three.pk, one.pk]
    assert (found.circle, found.attempts, found.is_widened) == (Circle.EXACT, 3, False)


def test_enough_attempts_on_the_choice_leave_all_others_out() -> None:
    for _each in range(3):
        attempt(sectors=("vvt",), causes=("geen-draagvlak",))
    attempt(sectors=("ziekenhuizen",), causes=("verkeerd-moment",))
    assert slugs("technologie", "vvt") == ["geen-draagvlak"]


def test_too_few_attempts_widen_the_list_to_the_theme_then_the_sector_then_all() -> None:
    attempt(sectors=("vvt",), causes=("geen-draagvlak",))
    for _each in range(2):
        attempt(sectors=("ziekenhuizen",), causes=("verkeerd-moment",))
    theme, sector = term(Vocabulary.THEME, "technologie"), term(Vocabulary.SECTOR, "vvt")
    found = question_list(theme, sector)
    assert (found.circle, found.exact, found.attempts) == (Circle.THEME, 1, 3)
    other = term(Vocabulary.THEME, "zorgreserve")
    assert question_list(other, sector).circle == Circle.ALL
    for _each in range(2):
        attempt(sectors=("vvt",), themes=("stages-en-leerplekken",), causes=("vaste-gewoonten",))
    assert question_list(other, sector).circle == Circle.SECTOR


def test_an_attempt_that_is_tied_to_no_sector_counts_in_every_sector() -> None:
    for _each in range(3):
        attempt(sectors=(), causes=("regels-in-de-weg",))
    assert question_list(None, term(Vocabulary.SECTOR, "vvt")).circle == Circle.EXACT


def test_a_theme_above_takes_the_themes_below_it() -> None:
    for _each in range(3):
        attempt(themes=("technologie",))
    assert question_list(term(Vocabulary.THEME, "arbeidsinnovatie"), None).circle == Circle.EXACT


def test_a_reader_chooses_and_gets_a_list(client: Client) -> None:
    told = attempt(sectors=("vvt",), title="De tablet bleef in de la")
    empty = client.get("/falend-vooruit/vooraf/").content.decode()
    assert "pm__list" not in empty
    answer = client.get("/falend-vooruit/vooraf/", {"thema": "technologie", "sector": "vvt"})
    text = answer.content.decode()
    assert told.title in text and told.get_url() in text and told.summary in text
    assert term(Vocabulary.FAILURE_CAUSE, "geen-draagvlak").question in text
    assert "Start" in text
    assert '<option value="technologie" selected>' in text


def test_an_unknown_choice_is_said_beside_its_field_and_nothing_breaks(client: Client) -> None:
    answer = client.get("/falend-vooruit/vooraf/", {"thema": "bestaat-niet", "sector": "vvt\x00"})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert 'id="id_thema-fout"' in text and 'aria-describedby="id_thema-fout"' in text
    assert "pm__list" not in text
    pdf = client.get("/falend-vooruit/vooraf.pdf", {"thema": "bestaat-niet"})
    assert (pdf.status_code, pdf["Location"]) == (302, "/falend-vooruit/vooraf/?thema=bestaat-niet")


def test_without_any_attempt_the_page_says_so(client: Client) -> None:
    text = client.get("/falend-vooruit/vooraf/", {"thema": ""}).content.decode()
    assert 'class="empty"' in text and "vooraf.pdf" not in text


@needs_pango
def test_the_pdf_is_tagged_in_dutch_and_holds_questions_and_examples(client: Client) -> None:
    told = attempt(sectors=("vvt",), title="De tablet bleef in de la")
    answer = client.get("/falend-vooruit/vooraf.pdf", {"thema": "technologie", "sector": "vvt"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert "vragen-vooraf.pdf" in answer["Content-Disposition"]
    reader = PdfReader(BytesIO(answer.content))
    catalogue: Any = reader.root_object
    assert bool(catalogue["/MarkInfo"]["/Marked"])
    assert "/StructTreeRoot" in catalogue and str(catalogue["/Lang"]) == "nl"
    assert b"pdfuaid" in catalogue["/Metadata"].get_data()
    words = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert told.title in words and told.summary in words, "on paper nobody can follow a link"
    assert term(Vocabulary.FAILURE_CAUSE, "geen-draagvlak").question in words
    links = [str(note) for page in reader.pages for note in page.get("/Annots", [])]
    assert links


@needs_pango
def test_the_pdf_tells_no_more_of_a_protected_attempt_than_the_page(client: Client) -> None:
    page = attempt(
        sectors=("vvt",),
        title="Het nieuwe rooster hield geen stand",
        disclosure=Disclosure.ANONYMOUS,
        organisations=("Stichting Voorbeeldzorg Kwikstaart",),
    )
    answer = client.get("/falend-vooruit/vooraf.pdf", {"sector": "vvt"})
    reader = PdfReader(BytesIO(answer.content))
    words = "".join(each.extract_text() for each in reader.pages)
    assert "Het nieuwe rooster" in words and "Kwikstaart" not in words
    assert page.slug.encode() not in answer.content
    page.unpublish()


@needs_pango
def test_the_questions_of_the_interview_are_a_page_and_a_pdf(client: Client) -> None:
    page = client.get("/falend-vooruit/interview/").content.decode()
    assert page.count('class="pm__question"') == 9
    reader = PdfReader(BytesIO(client.get("/falend-vooruit/interview.pdf").content))
    assert "/StructTreeRoot" in reader.root_object


def test_without_pango_there_is_no_link_and_a_warning_tells_the_installer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt()
    monkeypatch.setattr(library, "PANGO", ("geen-pango-hier",))
    library.can_make_pdf.cache_clear()
    try:
        text = client.get("/falend-vooruit/vooraf/", {"thema": "technologie"}).content.decode()
        assert "pm__list" in text and "vooraf.pdf" not in text
        assert client.get("/falend-vooruit/vooraf.pdf", {"thema": "technologie"}).status_code == 404
        assert [each.id for each in library.pango_is_there(None)] == ["failing_forward.W001"]
    finally:
        library.can_make_pdf.cache_clear()


@needs_pango
def test_who_finds_the_maker_busy_is_asked_to_come_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt()
    monkeypatch.setattr(making, "PATIENCE_SECONDS", 0.01)
    making._one_at_a_time.acquire()
    try:
        answer = client.get("/falend-vooruit/vooraf.pdf", {"thema": "technologie"})
    finally:
        making._one_at_a_time.release()
    assert answer.status_code == 503 and "Retry-After" in answer


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/x.png",
        "file:///etc/passwd",
        "static:../portal/settings/base.py",
        "static:",
        "static:/etc/passwd",
        "data:text/css,x",
    ],
)
def test_a_pdf_fetches_nothing_but_own_files(url: str) -> None:
    with pytest.raises(ValueError, match="own files"):
        making.own_file(url)


def test_own_files_are_found() -> None:
    assert making.own_file("static:css/tokens.css").name == "tokens.css"
