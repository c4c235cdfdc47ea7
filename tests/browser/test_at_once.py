"""Fifty people save the same draft at the same moment: one is first, and nobody's words are lost."""

from __future__ import annotations

import json
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPMessage
from http.cookiejar import CookieJar
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

from wagtail.test.utils.form_data import querydict_from_html

AT_ONCE = 50
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class _Stay(HTTPRedirectHandler):
    """Where an answer sends to is what is asked for here."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


class Person:
    """Somebody at the portal without a browser."""

    def __init__(self, portal: str) -> None:
        self.portal = portal
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()), _Stay())

    def get(self, path: str) -> str:
        """A page."""
        with self.opener.open(self.portal + path, timeout=120) as answer:
            return str(answer.read().decode())

    def post(self, path: str, fields: dict[str, Any]) -> tuple[int, str]:
        """The status, and where it sends to."""
        body = urlencode(fields, doseq=True).encode()
        headers = {"Accept": "text/html", "Referer": self.portal + path}
        try:
            with self.opener.open(Request(self.portal + path, body, headers), timeout=120) as answer:
                return answer.status, ""
        except HTTPError as answer:
            return answer.code, answer.headers.get("Location", "")

    def form(self, path: str) -> dict[str, Any]:
        """The fields of an edit form; the story stays empty."""
        fields = dict(
            querydict_from_html(self.get(path), form_id="page-edit-form", exclude_csrf=False).lists()
        )
        return {**fields, "approach-count": ["0"]}


def adviser(portal: str, folder: Path) -> Person:
    """The adviser of the demonstration, logged in."""
    lines = (folder / "demo-accounts.txt").read_text(encoding="utf-8").splitlines()
    (name, password) = next(line.split()[:2] for line in lines if line.startswith("adviseur"))
    person = Person(portal)
    token = TOKEN.search(person.get("/account/inloggen/"))
    assert token
    fields = {"csrfmiddlewaretoken": token[1], "login": name, "password": password}
    assert person.post("/account/inloggen/", fields)[0] == 302
    return person


def test_fifty_save_one_draft_at_once(portal: str, portal_folder: Path) -> None:
    person = adviser(portal, portal_folder)
    with sqlite3.connect(portal_folder / "portal.sqlite3") as database:
        ((region,),) = database.execute("select id from wagtailcore_page where slug = 'rijnmond'")
    add = f"/beheer/pages/add/practices/practicepage/{region}/"
    made = person.post(add, {**person.form(add), "title": "Vijftig tegelijk", "slug": "vijftig-tegelijk"})
    edit = made[1].removeprefix(portal)
    assert made[0] == 302
    assert edit.endswith("/edit/")
    form = person.form(edit)
    words = [f"Zin {number} van vijftig." for number in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as people:
        answers = list(people.map(lambda text: person.post(edit, {**form, "summary": text}), words))
    assert {status for status, _where in answers} == {302}
    assert sum(where.endswith("/edit/") for _status, where in answers) == 1
    assert sum("/twee-versies/" in where for _status, where in answers) == AT_ONCE - 1
    with sqlite3.connect(portal_folder / "portal.sqlite3") as database:
        kept = database.execute(
            "select content from wagtailcore_revision where object_id = ?", [edit.split("/")[-3]]
        ).fetchall()
    assert set(words) <= {json.loads(content)["summary"] for (content,) in kept}
