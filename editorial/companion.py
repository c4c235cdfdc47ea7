"""What the companion beside a form says of the texts in it: personal data and plain language, field by field.

The one entry for the panel, the reviewer's screen and the check before submission::

    look = examine({"title": "…", "approach": "…"}, accepted={"3f0c…"}, known=names_of_organisations)
    look.fields["approach"].privacy     # Noted[Finding], those accepted marked as such
    look.open_privacy                   # how many a writer still has to accept or take out

``texts`` are plain texts by the name of their field: a rich text is stripped of its markup first, and
findings point into what was given. ``known`` are names that are no persons' here: organisations,
tools and places of the portal, as they are written.

Each finding has a **key** made of its field, kind, text and the words around it. A writer who accepts
one keeps its key. It stays accepted while those words are the same, wherever they move to in the
field, and is asked about again as soon as they change. Of two places with the same words around
them both are accepted at once: a reader could not tell them apart either. A key holds no text, but who
guesses the words can make it again: keep keys with the draft and do not publish them.

Nothing here is stored and nothing is blocked; who calls decides. It knows no Django.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Generic, TypeVar

from editorial import plain_language, privacy
from editorial.plain_language import Level, Remark
from editorial.privacy import Finding

Said = TypeVar("Said", Finding, Remark)

_AROUND = 30
_KEY_BYTES = 12


@dataclass(frozen=True, slots=True)
class Noted(Generic[Said]):
    """A finding or remark with its key, and whether the writer accepted it as it is."""

    key: str
    said: Said
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class FieldLook:
    """What there is to say of one field, in order of place."""

    privacy: tuple[Noted[Finding], ...]
    language: tuple[Noted[Remark], ...]
    level: Level


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to say of all fields, in the order in which they were given."""

    fields: dict[str, FieldLook]

    @property
    def open_privacy(self) -> int:
        """How many pieces of personal data are neither accepted nor taken out."""
        return sum(not noted.is_accepted for field in self.fields.values() for noted in field.privacy)

    @property
    def keys(self) -> frozenset[str]:
        """All keys of now: what a caller keeps of the accepted ones, so that old ones are forgotten."""
        looks = self.fields.values()
        privacy_keys = {noted.key for look in looks for noted in look.privacy}
        return frozenset(privacy_keys | {noted.key for look in looks for noted in look.language})


def examine(texts: Mapping[str, str], accepted: Collection[str] = (), known: Collection[str] = ()) -> Look:
    """Examine every field. Deterministic, and for no text an error; an empty field has nothing to say."""
    return Look({name: _field(name, text, frozenset(accepted), known) for name, text in texts.items()})


def _field(name: str, text: str, accepted: frozenset[str], known: Collection[str]) -> FieldLook:
    reading = plain_language.check(text)
    return FieldLook(
        privacy=tuple(
            _noted(_key(name, str(each.kind), text, each.start, each.end), each, accepted)
            for each in privacy.check(text, known)
        ),
        language=tuple(
            _noted(_key(name, str(each.aspect), text, each.start, each.end), each, accepted)
            for each in reading.remarks
        ),
        level=reading.level,
    )


def _noted(key: str, said: Said, accepted: frozenset[str]) -> Noted[Said]:
    return Noted(key, said, key in accepted)


def _key(field: str, kind: str, text: str, start: int, end: int) -> str:
    """The same for the same words in the same surroundings; spaces and line ends do not count."""
    around = (text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])
    plain = "\x1f".join((field, kind, *(" ".join(piece.split()) for piece in around)))
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).hexdigest()
