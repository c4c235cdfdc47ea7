"""What speaks for and against a run of capitals being somebody's name.

Each rule looks at the run and a few words around it and gives a weight with its reason. Weights are
added; what reaches ``THRESHOLD`` is a name. No rule decides alone, except who is addressed as a
person (*mevrouw*) and what is named as a thing (*stichting*, *methode*).
"""

from __future__ import annotations

from collections.abc import Iterator

from editorial.privacy.findings import Reason
from editorial.privacy.names.candidates import Candidate
from editorial.privacy.names.preceding import Weighed, before
from editorial.privacy.names.things import is_called_after_somebody_titled, names_a_thing
from editorial.privacy.names.wordlists import group, words
from editorial.privacy.names.words import Nature

THRESHOLD = 3.0
#: Of a word with a capital that no list or dictionary knows, in the middle of a sentence.
MIDWAY = 2.5


def weigh(candidate: Candidate) -> list[Weighed]:
    """All that was found for and against, in no order."""
    return [*_in_itself(candidate), *before(candidate), *_after(candidate), *_against(candidate)]


def _in_itself(candidate: Candidate) -> Iterator[Weighed]:
    capitals = candidate.capitals
    first = capitals[0].nature if capitals else None
    if first and first.is_first:
        yield _weight_of_first_name(candidate, first), Reason.FIRST_NAME
    if candidate.has_initials and capitals:
        yield 3.0, Reason.INITIALS
    if candidate.has_particle_inside:
        yield 1.5, Reason.PARTICLE
    unknown = [word for word in capitals if not word.nature.is_ordinary and not word.nature.is_known]
    if len(unknown) > 1:
        yield 2.0, Reason.TWO_CAPITALS
    elif unknown and _is_beside_a_surname(candidate):
        yield 1.5, Reason.TWO_CAPITALS
    elif unknown and first and first.is_first and unknown[0] is not capitals[0]:
        yield (1.0 if candidate.begins_sentence else 2.0), Reason.TWO_CAPITALS
    if candidate.own[0].nature.is_particle and capitals and not candidate.begins_sentence:
        yield (-1.0 if candidate.own[0].text in {"De", "Het"} else 1.0), Reason.PARTICLE
    if unknown:
        yield (1.0 if candidate.begins_sentence else MIDWAY), Reason.CAPITAL
    if capitals and capitals[-1].nature.is_last and not capitals[-1].nature.is_known:
        yield (1.0 if not capitals[-1].nature.is_ordinary else 0.5), Reason.LAST_NAME
    elif any(word.nature.is_name_like for word in unknown):
        yield 1.0, Reason.LAST_NAME
    if unknown and any("-" in word.text and word.text.rsplit("-", 1)[-1][:1].isupper() for word in unknown):
        yield 0.5, Reason.TWO_CAPITALS


def _is_beside_a_surname(candidate: Candidate) -> bool:
    """*Nelis Buitelaar*: a word nobody knows before one that is a surname too, amid a sentence."""
    capitals = candidate.capitals
    if len(capitals) != 2 or candidate.begins_sentence:
        return False
    one, other = (word.nature for word in capitals)
    return not one.is_ordinary and not one.is_known and other.is_ordinary and other.is_last


def _weight_of_first_name(candidate: Candidate, first: Nature) -> float:
    """A word that is a name too counts fully in the middle of a sentence, where only names have a capital."""
    if not first.is_ordinary and not first.is_known:
        return 3.0
    if first.is_common_first and not first.is_known:
        return 2.0 if candidate.begins_sentence else 3.0
    return 1.0


def _after(candidate: Candidate) -> Iterator[Weighed]:
    after = candidate.word_after(1)
    if candidate.tells_an_age:
        yield 3.0, Reason.AGE
    if after is None:
        return
    gap = after.gap
    if gap.isspace() and not after.begins_sentence:
        if after.nature.folded in words("saying.txt"):
            yield 2.5, Reason.SAYING
        elif after.nature.folded in words("doing.txt"):
            yield 1.0, Reason.DOING
        if after.nature.folded in words("human.txt"):
            yield 1.0, Reason.DOING
    elif gap.strip() in {",", "("} and (after.nature.is_role or candidate.relative_clause_of_a_person):
        yield 2.0, Reason.APPOSITION
    if candidate.is_said_to_be_somebody:
        yield 1.5, Reason.APPOSITION
    if candidate.is_company:
        yield 1.0, Reason.DOING
    if candidate.is_taken_up_by_a_pronoun:
        yield 1.0, Reason.PRONOUN


def _against(candidate: Candidate) -> Iterator[Weighed]:
    before, after = candidate.word_before(1), candidate.word_after(1)
    titled = before is not None and before.nature.is_title
    introduced = titled or (
        before is not None and before.nature.is_role and candidate.own[0].nature.is_particle
    )
    capitals = candidate.capitals
    if all(word.nature.is_ordinary or word.nature.is_particle for word in capitals) and not (
        introduced
        or (
            candidate.has_initials
            and capitals
            and (capitals[-1].nature.is_last or not candidate.begins_sentence)
        )
    ):
        first = capitals[0].nature if capitals else None
        if first is None or not first.is_common_first:
            yield (-1.0 if first and first.is_first else -2.5), Reason.SHAPE
    if not introduced and any(word.nature.is_known for word in capitals):
        yield (-1.5 if capitals[0].nature.is_first and len(capitals) > 1 else -4.0), Reason.SHAPE
    if names_a_thing(candidate):
        yield -8.0, Reason.SHAPE
    if is_called_after_somebody_titled(candidate):
        yield -16.0, Reason.SHAPE
    if before is not None and not titled and candidate.joined_to_before:
        if before.nature.folded in group("articles"):
            yield (-4.0 if len(capitals) == 1 else -8.0), Reason.SHAPE
        elif before.nature.folded == "bij" and len(capitals) == 1:
            yield -1.0, Reason.SHAPE
        elif (
            before.nature.is_role
            and before.nature.is_capital
            and not before.begins_sentence
            and capitals
            and capitals[0].nature.is_ordinary
        ):
            yield -5.0, Reason.SHAPE  # the name of a post: *de Projectleider Duurzame Inzetbaarheid*
        elif before.nature.folded in group("possessives"):
            yield -1.0, Reason.SHAPE
        elif before.nature.folded in group("placing") and len(capitals) == 1:
            yield -2.5, Reason.SHAPE
    if after is not None and after.gap in {" ", "-"} and after.nature.is_acronym and len(capitals) == 1:
        yield -1.5, Reason.SHAPE
