"""Personal data in a contribution: what was accepted, by whom, and what still has to be decided."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from editorial.companion import Look, examine
from editorial.models import AcceptedFinding
from editorial.writing.texts import known_names, texts_of
from practices.missing import Missing
from practices.models import ContributionPage


def look_at(page: ContributionPage) -> Look:
    """What the companion says of a page as it is in memory."""
    accepted = (
        AcceptedFinding.objects.filter(page_id=page.pk).values_list("key", flat=True) if page.pk else ()
    )
    return examine(texts_of(page), frozenset(accepted), known_names())


def accept(page: ContributionPage, key: str, user: User) -> None:
    """Somebody takes responsibility for a finding. A second time changes nothing."""
    AcceptedFinding.objects.get_or_create(page_id=page.pk, key=key, defaults={"accepted_by": user})


def take_back(page: ContributionPage, key: str) -> None:
    """The finding has to be decided upon again."""
    AcceptedFinding.objects.filter(page_id=page.pk, key=key).delete()


def forget_gone(page: ContributionPage) -> None:
    """Forget what was accepted in texts that are no longer there."""
    AcceptedFinding.objects.filter(page_id=page.pk).exclude(key__in=look_at(page).keys).delete()


def open_findings(page: ContributionPage) -> Iterator[Missing]:
    """What keeps a page from being sent in or published: one message a field, naming what was found."""
    for field, look in look_at(page).fields.items():
        found = [noted.said.text for noted in look.privacy if not noted.is_accepted]
        if found:
            yield Missing(
                field,
                _(
                    "This may be personal data: %(found)s. Take it out, or accept it under “Companion” at "
                    "the end of this form."
                )
                % {"found": ", ".join(f"“{text}”" for text in dict.fromkeys(found))},
            )
