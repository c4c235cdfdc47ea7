"""What an adviser can do with a tip besides making a draft of it; each leaves a line in its history."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from wagtail.log_actions import log

from editorial.models import Tip, TipAnswer
from editorial.review.naming import name_of
from editorial.tips import mails
from editorial.tips.choices import TipState
from regions.models import Region


def mark_read(tip: Tip, user: User) -> None:
    """Somebody of the region has seen it; only the first time counts."""
    if Tip.objects.filter(pk=tip.pk, state=TipState.RECEIVED).update(state=TipState.READ):
        tip.state = TipState.READ
        log(tip, "editorial.tip_read", user=user)


@transaction.atomic
def answer(tip: Tip, text: str, user: User, *, sign: bool) -> TipAnswer:
    """Say something to the teller: on the status page, and by mail where there is an address."""
    said = _say(tip, text, user, sign)
    log(tip, "editorial.tip_answered", user=user)
    mails.send_answer(tip, said)
    return said


@transaction.atomic
def decline(tip: Tip, reason: str, user: User, *, sign: bool) -> None:
    """Do not use it, and say why. The contact details have then served their purpose and go at once."""
    said = _say(tip, reason, user, sign)
    mails.send_refusal(tip, said)
    tip.forget_contact()
    tip.state, tip.handled_by = TipState.DECLINED, user
    tip.save()
    log(tip, "editorial.tip_declined", user=user)


@transaction.atomic
def forward(tip: Tip, region: Region | None, user: User) -> None:
    """Lay it in the inbox of another region (None: the national one), whose people get a mail."""
    tip.region, tip.state = region, TipState.RECEIVED
    tip.save()
    log(tip, "editorial.tip_forwarded", user=user, data={"region": str(region or "")})
    mails.tell_region(tip, sender=user)


def _say(tip: Tip, text: str, user: User, sign: bool) -> TipAnswer:
    signed = name_of(user) if sign else ""
    return TipAnswer.objects.create(tip=tip, text=text, signed=signed)
