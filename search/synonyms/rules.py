"""Between what editors type and a rule of the language package."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from search.language import SynonymError, SynonymRule
from search.language.synonyms import LONGEST_MEMBER, MOST_MEMBERS
from search.language.tokens import surfaces


def members(text: str) -> list[str]:
    """The words or expressions of a field: one per line, or between commas; each once."""
    pieces = (" ".join(piece.split()) for piece in text.replace(",", "\n").splitlines())
    return list(dict.fromkeys(piece.lower() for piece in pieces if piece))


def rule_text(words: str, also_finds: str) -> str:
    """The rule in the format of the language package. Who asks still finds what was asked for."""
    asked, found = members(words), members(also_finds)
    if not found:
        return ", ".join(asked)
    return f"{', '.join(asked)} => {', '.join(dict.fromkeys([*found, *asked]))}"


def fields_of(rule: SynonymRule) -> tuple[str, str]:
    """What to put in the two fields for a rule of the language package."""
    found = [answer for answer in rule.answers if answer not in rule.asked] if rule.is_one_way else []
    return "\n".join(rule.asked), "\n".join(found)


def check_synonyms(words: str, also_finds: str) -> None:
    """Raise ValidationError for a rule that the search could not use, in words for people."""
    asked, found = members(words), members(also_finds)
    errors: dict[str, str] = {}
    for field, typed in (("words", asked), ("also_finds", found)):
        if error := _error(typed):
            errors[field] = error
    if not errors and not found and len(asked) < 2:
        errors["words"] = _("Give at least two different words, or fill in what this word also finds.")
    if not errors and found and set(found) <= set(asked):
        errors["also_finds"] = _("These words stand above already: a word finds itself anyway.")
    if not errors:
        try:
            SynonymRule.parse(rule_text(words, also_finds))
        except SynonymError as error:
            errors["words"] = _("The search cannot use this: %(reason)s.") % {"reason": error.message}
    if errors:
        raise ValidationError(errors)


def _error(typed: list[str]) -> str:
    if len(typed) > MOST_MEMBERS:
        return _("This is too much for one set: at most %(number)s words.") % {"number": MOST_MEMBERS}
    for member in typed:
        if "=>" in member or "#" in member:
            return _("“%(word)s” holds a sign with a meaning of its own: leave out => and #.") % {
                "word": member
            }
        if not surfaces(member):
            return _("“%(word)s” holds no letters or figures.") % {"word": member}
        if len(member) > LONGEST_MEMBER:
            return _("“%(word)s…” is too long for a word or expression.") % {"word": member[:40]}
    return ""
