"""Keeping programs out of a form without asking people a riddle, and without knowing who they are.

Four things, none of which a person notices: a field nobody sees, a moment between opening and
sending, a limit to the web addresses in a text, and a number of forms in an hour from one address.
Of that address only a keyed hash is kept, for that hour; every process counts in the same row.
"""

from __future__ import annotations

import datetime
import re
import secrets

from django.core import signing
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.visitors import visitor_address
from editorial.models.sending import Sending

FASTEST = 3
LONGEST = 24 * 60 * 60
PER_HOUR = 6
HOUR = datetime.timedelta(hours=1)
MOST_LINKS = 3

LINK = re.compile(r"https?://|\bwww\.|\[url|<a\s", re.IGNORECASE)

_signer = signing.TimestampSigner(salt="editorial.form")


def opened_now() -> str:
    """A token that tells when a form was opened; each is another."""
    token: str = _signer.sign(secrets.token_hex(8))
    return token


def was_opened(token: str, *, within: int) -> bool:
    """Whether a token is ours and not older than so many seconds."""
    try:
        _signer.unsign(token, max_age=within)
    except signing.BadSignature:
        return False
    return True


def count_links(*texts: str) -> int:
    """How many web addresses stand in texts."""
    return sum(len(LINK.findall(text)) for text in texts)


def is_too_often(request: HttpRequest, form: str) -> bool:
    """Count a sending of this form by this visitor, and say whether it is one too many."""
    key = salted_hmac(f"editorial.{form}", visitor_address(request), algorithm="sha256").hexdigest()
    now = timezone.now()
    Sending.objects.filter(until__lte=now).delete()
    Sending.objects.get_or_create(key=key, defaults={"until": now + HOUR})
    Sending.objects.filter(key=key).update(count=F("count") + 1)
    return Sending.objects.filter(key=key, count__gt=PER_HOUR).exists()
