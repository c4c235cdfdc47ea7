"""The columns of the template, declared once: the file, its check and the drafts follow from this list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from practices.choices import Kind
from vocabulary.vocabularies import Vocabulary

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

LONGEST_STORY = 10_000


class Holds(StrEnum):
    """What a cell of a column holds."""

    TEXT = auto()
    REGION = auto()
    KIND = auto()
    BASIS = auto()
    DISCLOSURE = auto()
    TERM = auto()
    YEAR = auto()
    DATE = auto()
    ADDRESS = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``name`` is what the code calls its value; columns of one name hold several values.

    ``only``: the kinds of contribution it belongs to; empty for all.
    """

    name: str
    header: StrPromise
    holds: Holds = Holds.TEXT
    number: int = 0
    longest: int = 255
    required: bool = False
    width: int = 24
    vocabulary: Vocabulary | None = None
    only: tuple[Kind, ...] = ()
    help: StrPromise | str = ""

    @property
    def title(self) -> str:
        """The header as it stands in the file: *Thema 2* for the second of several."""
        return f"{self.header} {self.number}" if self.number else str(self.header)


def _terms(
    vocabulary: Vocabulary, header: StrPromise, several: int = 1, only: Kind | None = None
) -> list[Column]:
    return [
        Column(
            name=vocabulary.value,
            header=header,
            holds=Holds.TERM,
            number=number if several > 1 else 0,
            vocabulary=vocabulary,
            only=(only,) if only else (),
            help=_("Choose from the list."),
        )
        for number in range(1, several + 1)
    ]


def _story(name: str, header: StrPromise, explanation: StrPromise, only: Kind | None = None) -> Column:
    kinds = (only,) if only else ()
    return Column(name, header, longest=LONGEST_STORY, width=50, help=explanation, only=kinds)


COLUMNS: tuple[Column, ...] = (
    Column(
        "key",
        _("Reference of your own"),
        longest=40,
        width=16,
        help=_("For example a number. With it the portal knows a row again, also when its title changes."),
    ),
    Column("region", _("Region"), Holds.REGION, required=True, help=_("Choose from the list: your regions.")),
    Column("kind", _("Kind"), Holds.KIND, required=True, help=_("Choose from the list.")),
    Column("title", _("Title"), longest=200, required=True, width=40, help=_("Short, and about one thing.")),
    Column(
        "summary",
        _("Summary"),
        longest=300,
        width=50,
        help=_("Two sentences: what did you do, and what came of it? At most 300 characters."),
    ),
    _story("problem", _("Why"), _("What was the matter, and for whom?")),
    _story(
        "approach", _("Approach"), _("What did you do, step by step? A new line becomes a new paragraph.")
    ),
    _story("outcome", _("What came of it"), _("What changed?")),
    _story("costs", _("Costs and time"), _("What did it cost in money and hours, and who paid?")),
    _story("lessons", _("Lessons"), _("What would you tell a colleague who starts tomorrow?")),
    _story("expected", _("What was expected"), _("Only for Falend Vooruit."), Kind.ATTEMPT),
    _story("missed_signs", _("Early signs that were missed"), _("Only for Falend Vooruit."), Kind.ATTEMPT),
    _story("yielded", _("What it yielded all the same"), _("Only for Falend Vooruit."), Kind.ATTEMPT),
    _story("would_do_now", _("What we would do now"), _("Only for Falend Vooruit."), Kind.ATTEMPT),
    *_terms(Vocabulary.THEME, _("Theme"), 3),
    *_terms(Vocabulary.SECTOR, _("Sector"), 2),
    *_terms(Vocabulary.FUNCTION_GROUP, _("Function group"), 2),
    *_terms(Vocabulary.SETTING, _("Where the work is done")),
    *_terms(Vocabulary.PHASE, _("Phase")),
    *_terms(Vocabulary.COST, _("Cost band")),
    *_terms(Vocabulary.LEAD_TIME, _("Lead time")),
    *_terms(Vocabulary.EFFECT, _("Effect"), 2),
    *_terms(Vocabulary.FAILURE_CAUSE, _("Cause pattern"), 2, Kind.ATTEMPT),
    *_terms(Vocabulary.FAILURE_MOMENT, _("Went wrong at"), 1, Kind.ATTEMPT),
    Column(
        "disclosure",
        _("Recognisable as"),
        Holds.DISCLOSURE,
        only=(Kind.ATTEMPT,),
        help=_("Only for Falend Vooruit. Empty: with the name of the organisation."),
    ),
    *_terms(Vocabulary.TOOL_KIND, _("Kind of tool"), 1, Kind.TOOL),
    Column("start_year", _("Start: year"), Holds.YEAR, width=12, help=_("Four figures, such as 2024.")),
    Column("end_year", _("End: year"), Holds.YEAR, width=12, help=_("Four figures; empty while it goes on.")),
    Column("lead", _("Organisation"), longest=160, help=_("Who did it.")),
    *(
        Column("partner", _("Partner"), number=number, longest=160, help=_("Who took part."))
        for number in (1, 2, 3)
    ),
    Column(
        "basis",
        _("Rests on"),
        Holds.BASIS,
        help=_("Empty: told by the organisation itself."),
    ),
    Column("source_title", _("Source: title"), longest=300, help=_("The report or page where it stands.")),
    Column("source_url", _("Source: address"), Holds.ADDRESS, longest=500, help=_("Begins with https://.")),
    Column(
        "source_read_on", _("Source: read on"), Holds.DATE, width=14, help=_("A day, such as 21-11-2026.")
    ),
    Column("tags", _("Keywords"), help=_("Words of your own, with commas between them.")),
)
