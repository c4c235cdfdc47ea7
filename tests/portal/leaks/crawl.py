"""All that the portal says to a visitor: every address it has, every link, and what stands there.

A new output (a feed, an API, a PDF) needs no change here: addresses without parameters are taken from
the portal's own list, the others from the pages that link to them.
"""

from __future__ import annotations

import io
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pypdf import PdfReader

HOST = "http://testserver"
#: Doors of the admin, files of the programme itself, and what an operator asks with a token.
NOT_FOR_VISITORS = ("beheer/", "account/", "static/", "metrics/")
#: Addresses with a question are endless; of each path so many are followed, of a PDF one.
QUESTIONS = 6
LINK = re.compile(
    r"""(?:href|src|action|content|data-url)=["']((?:https?:/)?[/?][^"']*)["']|<loc>([^<]+)</loc>"""
)
SOURCES = re.compile(r"""srcset=["']([^"']+)["']""")
#: Drawn anew for every answer, or by the clock: until when security.txt holds.
BY_CHANCE = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|<input type="hidden"[^>]*>|^Expires: .*$', re.MULTILINE
)
CHANGING_HEADERS = {"Date", "Expires", "Set-Cookie"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a visitor gets: status, headers, and the text of whatever was sent."""

    status: int
    headers: str
    text: str

    def holds(self, word: str) -> bool:
        """Whether a word stands in it, whatever its capitals and however an address spells it."""
        return word.lower() in unquote(f"{self.headers}\n{self.text}").lower()


def fixed_addresses() -> list[str]:
    """Every address of the portal that takes no parameters."""
    return [f"/{path}" for path in sorted(_paths(get_resolver().url_patterns, ""))]


def _paths(patterns: Iterable[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if path.startswith(NOT_FOR_VISITORS) or re.search(r"[<(^]", path):
            continue
        if isinstance(pattern, URLResolver):
            yield from _paths(pattern.url_patterns, path)
        else:
            yield path


def ask(client: Client, address: str) -> Answer:
    """One answer; redirects are not followed, because their headers are an answer too."""
    response = client.get(address)
    headers = [f"{name}: {value}" for name, value in response.items() if name not in CHANGING_HEADERS]
    return Answer(response.status_code, "\n".join(headers), _text(response))


def everything(client: Client, more: Iterable[str] = ()) -> dict[str, Answer]:
    """All answers by address, starting from the fixed addresses and those in ``more``."""
    queue = deque(dict.fromkeys([*fixed_addresses(), *more]))
    seen, answers, questions = set(queue), {}, Counter[str]()
    while queue:
        address = queue.popleft()
        answers[address] = ask(client, address)
        for link in _links(address, answers[address]):
            path, has_question, _question = link.partition("?")
            if link in seen or (
                has_question and questions[path] >= (1 if path.endswith(".pdf") else QUESTIONS)
            ):
                continue
            questions[path] += bool(has_question)
            seen.add(link)
            queue.append(link)
    return answers


def _links(address: str, answer: Answer) -> Iterator[str]:
    found = [one or other for one, other in LINK.findall(answer.text)]
    found += [part.split()[0] for each in SOURCES.findall(answer.text) for part in each.split(",")]
    found += re.findall(r"^Location: (.+)$", answer.headers, re.MULTILINE)
    for link in found:
        target = urldefrag(urljoin(HOST + address, link.replace("&amp;", "&"))).url
        parts = urlsplit(target)
        if parts.netloc in {"testserver", "localhost"} and not parts.path[1:].startswith(NOT_FOR_VISITORS):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def _text(response: HttpResponseBase) -> str:
    content = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    kind = response.headers.get("Content-Type", "")
    if kind.startswith("application/pdf"):
        reader = PdfReader(io.BytesIO(content))
        return "\n".join([str(reader.metadata), *(page.extract_text() for page in reader.pages)])
    if kind.startswith(("image/", "font/", "audio/")):
        return ""
    return BY_CHANCE.sub("", content.decode(errors="replace"))
