"""Days on which people work: no weekends, no public holidays of the Netherlands."""

from __future__ import annotations

import datetime
from functools import lru_cache

DAY = datetime.timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
#: 5 May is a day off for most people once in five years.
LUSTRUM = 5


def add_working_days(day: datetime.date, number: int) -> datetime.date:
    """The day that is so many working days later; the day itself does not count."""
    while number > 0:
        day += DAY
        number -= is_working_day(day)
    return day


def is_working_day(day: datetime.date) -> bool:
    """Whether somebody may expect an answer on this day."""
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


@lru_cache(maxsize=16)
def public_holidays(year: int) -> frozenset[datetime.date]:
    """The public holidays of a year, by rule, so that no list runs out."""
    easter = easter_sunday(year)
    king = datetime.date(year, 4, 27)
    days = {
        datetime.date(year, 1, 1),
        easter,
        easter + 1 * DAY,
        king - DAY if king.weekday() == SUNDAY else king,
        easter + 39 * DAY,  # Ascension Day
        easter + 49 * DAY,
        easter + 50 * DAY,
        datetime.date(year, 12, 25),
        datetime.date(year, 12, 26),
    }
    if year % LUSTRUM == 0:
        days.add(datetime.date(year, 5, 5))
    return frozenset(days)


def easter_sunday(year: int) -> datetime.date:
    """The rule of Meeus, Jones and Butcher for the Gregorian calendar."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return datetime.date(year, month, day + 1)
