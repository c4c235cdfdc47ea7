"""What a pair may give away of a protected attempt: hints for the editor who decides."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from practices.choices import Disclosure
from practices.models import AttemptPage, ContributionPage, PracticePage
from regions.names import fold


def risks(attempt: AttemptPage, practice: PracticePage) -> list[str]:
    """Why showing the pair could tell more of the attempt than its level allows; empty when it cannot."""
    return list(_risks(attempt, practice)) if attempt.is_protected else []


def _risks(attempt: AttemptPage, practice: PracticePage) -> Iterator[str]:
    if shared := _organisations(attempt) & _organisations(practice):
        yield _(
            "The attempt is protected, and the same organisation stands with the practice: %(names)s. "
            "Shown together they tell whose attempt it is."
        ) % {"names": ", ".join(sorted(shared))}
    if attempt.disclosure == Disclosure.ANONYMOUS and (shared := _regions(attempt) & _regions(practice)):
        yield _(
            "The attempt is anonymous, and the practice is from its region: %(names)s. "
            "Readers may guess the region."
        ) % {"names": ", ".join(sorted(shared))}


def _organisations(page: ContributionPage) -> set[str]:
    return {fold(item.name) for item in page.organisations.all()}


def _regions(page: ContributionPage) -> set[str]:
    home = page.home_region()
    extra = {item.region.successor().name for item in page.extra_regions.select_related("region")}
    return extra | ({home.name} if home else set())
