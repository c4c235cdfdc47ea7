"""What the level of an attempt hides, as names that may occur in none of its texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from practices.choices import Disclosure
from practices.disclosure import disclosure_of
from practices.models import AttemptPage
from practices.protection.ordinary import LEGAL_FORMS, SHARED_HOSTS, is_of_the_trade, is_ordinary
from regions.models import Place as Town
from regions.models import Region

WORD = re.compile(r"[^\W_]+")
BETWEEN_BRACKETS = re.compile(r"\(([^)]*)\)")
#: Parts of the name of a region: Stedendriehoek en Noordwest-Veluwe.
BETWEEN_PARTS = re.compile(r"\s+(?:en|&)\s+|\s*[/,]\s*")
#: A shorter word is found by itself only, not as the beginning of a longer one.
LONG_ENOUGH = 6
SHORTEST_WORD = 3
#: A title of so many words is that of one source.
LONG_TITLE = 4


@dataclass(frozen=True, slots=True)
class Name:
    """Words in a row that tell something hidden.

    ``as_written``: only with these capitals, because it is an abbreviation or a word that can mean
    something else. ``inside_sentences``: not as the first word of one, where every word has a capital.
    """

    words: tuple[str, ...]
    as_written: bool = False
    inside_sentences: bool = False


#: Accents split from their letter, and what nobody sees: soft hyphens, joiners, marks of direction.
UNSEEN = frozenset({"Mn", "Cf"})


def without_accents(text: str) -> str:
    """Text in which é is e, as one reads it: without invisible characters; capitals stay."""
    split = unicodedata.normalize("NFKD", text)
    return "".join(character for character in split if unicodedata.category(character) not in UNSEEN)


def hidden_names(page: AttemptPage) -> tuple[Name, ...]:
    """All that the level hides; nothing for an attempt that is told with its name."""
    level = disclosure_of(page)
    if level == Disclosure.NAMED:
        return ()
    regions = list(_regions(page))
    anonymous = level == Disclosure.ANONYMOUS
    shown = set() if anonymous else {word.lower() for region in regions for word in _words(region.name)}
    found: list[Name] = []
    for organisation in page.organisations.all():
        found.extend(organisation_names(organisation.name, shown))
        found.extend(_domain_names(organisation.website))
    for source in page.sources.all():
        found.extend(_source_names(source.title, source.url))
    found.extend(_source_names("", page.became_url))
    for person, mail in _persons(page):
        found.extend(_person_names(person))
        found.extend(_domain_names(mail.rpartition("@")[2]))
    if anonymous:
        found.extend(name for region in regions for name in _region_names(region))
    return tuple(dict.fromkeys(found))


def organisation_names(name: str, shown: Iterable[str] = ()) -> Iterator[Name]:
    """A name in full, without its legal form, its telling words, and its abbreviations.

    ``shown`` are words that the level does show, such as those of the region.
    """
    for abbreviation in BETWEEN_BRACKETS.findall(name):
        yield from _phrase(_words(abbreviation))
    words = in_full = _words(BETWEEN_BRACKETS.sub(" ", name))
    while words and words[0].lower() in LEGAL_FORMS:
        words = words[1:]
    while words and words[-1].lower() in LEGAL_FORMS:
        words = words[:-1]
    if words and {word.lower() for word in words} - set(shown):
        yield from _phrase(words)
    telling = [word for word in words if _is_telling(word) and word.lower() not in shown]
    if len(words) > 1:
        yield from (Name((word,), as_written=is_ordinary(word) or word.isupper()) for word in telling)
    for letters in _abbreviations(in_full, words):
        capitals = sum(map(str.isupper, letters))
        if len(letters) >= SHORTEST_WORD and capitals > 1 and not is_of_the_trade(letters):
            yield Name((letters,), as_written=True)


def _abbreviations(in_full: tuple[str, ...], words: tuple[str, ...]) -> Iterator[str]:
    """Initials as people make them: with or without Stichting, with or without the small words."""
    for each in (words, in_full):
        yield "".join(word[0] for word in each if word[0].isupper())
        yield "".join(word[0] for word in each)


def _is_telling(word: str) -> bool:
    """Whether a word of a name points at this organisation: a proper name, long enough, not of the trade."""
    is_proper = word != word.lower()
    return is_proper and (len(word) >= SHORTEST_WORD or word.isupper()) and not is_of_the_trade(word)


def _phrase(words: tuple[str, ...]) -> Iterator[Name]:
    """All the words together."""
    if len(words) == 1:
        alone = words[0]
        generic = is_of_the_trade(alone)
        yield Name(
            words, as_written=generic or is_ordinary(alone) or alone.isupper(), inside_sentences=generic
        )
    elif words:
        generic = all(is_of_the_trade(word) for word in words)
        yield Name(words, as_written=generic)


def _domain_names(address: str) -> Iterator[Name]:
    """A web domain, and what stands in it before the dot."""
    host = (urlsplit(address).hostname if "//" in address else address.strip().lower()) or ""
    host = host.removeprefix("www.")
    if "." not in host or host in SHARED_HOSTS:
        return
    yield Name(tuple(host.split(".")))
    label = host.split(".")[-2]
    if len(label) >= SHORTEST_WORD and not is_of_the_trade(label):
        yield Name((label.capitalize(),), as_written=is_ordinary(label))


def _source_names(title: str, url: str) -> Iterator[Name]:
    """A source can be looked up by its address, and by a title that is long enough to be its own."""
    words = _words(title)
    if len(words) >= LONG_TITLE:
        yield Name(words)
    parts = urlsplit(url)
    if parts.hostname and parts.path.strip("/"):
        yield Name(_words(f"{parts.hostname.removeprefix('www.')} {unquote(parts.path)}"))


def _persons(page: AttemptPage) -> Iterator[tuple[str, str]]:
    """Who is known here by name, and their mail address."""
    yield from ((contact.name, contact.email) for contact in page.contacts.all())
    if page.pk:
        yield from ((consent.giver_name, "") for consent in page.consents.exclude(giver_name=""))


def _person_names(name: str) -> Iterator[Name]:
    words = _words(name)
    if words:
        yield Name(words, as_written=len(words) == 1)
    if len(words) > 1 and _is_telling(words[-1]):
        yield Name((words[-1],), as_written=is_ordinary(words[-1]))


def _regions(page: AttemptPage) -> Iterator[Region]:
    home = page.home_region() if page.path else None
    if home:
        yield home
    yield from (
        extra.region.successor() for extra in page.extra_regions.select_related("region__merged_into")
    )


def _region_names(region: Region) -> Iterator[Name]:
    """The region, its parts, its earlier and everyday names, its towns, and the employers' organisation."""
    names = [region.name, *region.former_names.splitlines(), *region.also_known_as.splitlines()]
    names.extend(Town.objects.filter(region=region).values_list("name", flat=True))
    if region.organisation and (employers := region.organisation.successor().name):
        yield from organisation_names(employers)
    for name in names:
        for part in {name, *BETWEEN_PARTS.split(name)}:
            words = _words(part)
            if any(_is_telling(word) for word in words):
                yield Name(words, as_written=len(words) == 1 and is_ordinary(words[0]))


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(without_accents(text)))
