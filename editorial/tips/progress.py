"""The way of a tip as its teller sees it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from editorial.models import Tip
from editorial.tips.choices import TipState


@dataclass(frozen=True, slots=True)
class Step:
    """One station: ``done`` lies behind, ``here`` is where the tip is now."""

    title: str
    text: str
    done: bool
    here: bool


def steps_of(tip: Tip) -> list[Step]:
    """The stations in their order; a tip that is not used ends after it was read."""
    declined = tip.progress == TipState.DECLINED
    way = [
        (TipState.RECEIVED, _("Received"), _("Your story lies ready for the people of the region.")),
        (TipState.READ, _("Read"), _("Somebody has read it, and sees what can be done with it.")),
        (TipState.DRAFTED, _("Being written"), _("An adviser is making a page of it.")),
        (TipState.PUBLISHED, _("Published"), _("Everybody can read it.")),
    ]
    if declined:
        way = [*way[:2], (TipState.DECLINED, _("Not used"), _("We make no page of it. Below you read why."))]
    order = [state for state, _title, _text in way]
    here = order.index(tip.progress)
    return [
        Step(title, text, done=position < here, here=position == here)
        for position, (_state, title, text) in enumerate(way)
    ]
