"""Recording somebody's consent, asking for it, and taking the attempt away when it is withdrawn."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log

from practices.choices import Basis, ConsentChannel, Disclosure
from practices.consent.words import (
    consented_words,
    fingerprint,
    is_covered,
    is_small_change,
    without_attachments,
)
from practices.models import AttemptPage, Consent
from practices.models.attempt import new_code
from practices.protection.pictures import forget_renditions

RECORDED = "practices.consent_recorded"
WITHDRAWN = "practices.consent_withdrawn"


def needs_consent(page: AttemptPage) -> bool:
    """Whether the organisation tells it itself; what a public source tells needs nobody's consent."""
    return page.basis == Basis.OWN


def consent_for(page: AttemptPage) -> Consent | None:
    """The consent that covers an attempt as it is in memory: its text and its level."""
    if not page.pk:
        return None
    words = consented_words(page)
    candidates = page.consents.filter(withdrawn_at=None)
    return next((consent for consent in candidates if _covers(consent, page.disclosure, words)), None)


def _covers(consent: Consent, level: str, words: str) -> bool:
    if not is_covered(level, consent.disclosure):
        return False
    if consent.fingerprint == fingerprint(words):
        return True
    before = consent.words if level == Disclosure.NAMED else without_attachments(consent.words)
    return is_small_change(before, words)


def record_consent(
    page: AttemptPage,
    *,
    name: str,
    role: str,
    given_on: datetime.date,
    channel: ConsentChannel,
    user: User | None,
) -> Consent:
    """Write down that somebody consented to an attempt as it is in memory."""
    words = consented_words(page)
    with transaction.atomic():
        consent = Consent.objects.create(
            attempt_id=page.pk,
            giver_name=name,
            giver_role=role,
            given_on=given_on,
            channel=channel,
            disclosure=page.disclosure,
            words=words,
            fingerprint=fingerprint(words),
            recorded_by=user,
        )
        log(instance=page, action=RECORDED, user=user, data={"level": page.disclosure})
    return consent


def withdraw_consent(pk: int, *, reason: str, user: User | None = None) -> AttemptPage:
    """Withdraw every consent to an attempt and take it from the public, all in one transaction.

    Its addresses answer as if it had never been there: the code is a new one, redirects and the sizes of
    its images are gone, nothing of it stays scheduled. The index hears of it when this is committed.
    """
    with transaction.atomic():
        page: AttemptPage = AttemptPage.objects.select_for_update().get(pk=pk)
        now = timezone.now()
        open_consents = Consent.objects.filter(attempt=page, withdrawn_at=None)
        open_consents.update(withdrawn_at=now, withdrawn_by=user, withdrawal_reason=reason[:500])
        forget_renditions(page)
        Redirect.objects.filter(redirect_page=page).delete()
        page.code = new_code()
        if page.live:
            # Whoever may edit it may take it away, also without the right to publish.
            action = UnpublishPageAction(page, user=user, log_action=False)
            action.execute(skip_permission_checks=True)
        else:
            page.save(update_fields=["code"])
        page.revisions.update(approved_go_live_at=None)
        if state := page.current_workflow_state:
            state.cancel(user=user)
        log(instance=page, action=WITHDRAWN, user=user)
    return page


def is_withdrawn(page: AttemptPage) -> bool:
    """Whether a consent was withdrawn since the attempt was last published: then nothing tells it was there.

    A newer consent changes nothing before publication: it may be to a version that names nobody.
    """
    withdrawn = page.consents.filter(withdrawn_at__isnull=False)
    if page.last_published_at:
        withdrawn = withdrawn.filter(withdrawn_at__gte=page.last_published_at)
    return bool(withdrawn.exists())
