"""Keeping programs out of the form without asking people a riddle, and without knowing who they are.

Three things, none of which a person notices: a field nobody sees, a moment between opening and
sending, and a number of reports in an hour from one address. That address is kept as a keyed
hash in the memory of the process, for that hour; nothing about it is written anywhere.
"""

from __future__ import annotations

import ipaddress

from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

FASTEST = 3
LONGEST = 24 * 60 * 60
PER_HOUR = 6
HOUR = 60 * 60

_signer = signing.TimestampSigner(salt="editorial.report")


def opened_now() -> str:
    """A token that tells when the form was opened."""
    token: str = _signer.sign("melden")
    return token


def was_opened(token: str, *, within: int) -> bool:
    """Whether a token is ours and not older than so many seconds."""
    try:
        _signer.unsign(token, max_age=within)
    except signing.BadSignature:
        return False
    return True


def visitor_address(request: HttpRequest) -> str:
    """Where a request comes from: what the web server before us says, if there is one."""
    direct = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    return str(forwarded) if forwarded and _is_near(direct) else str(direct)


def is_too_often(request: HttpRequest) -> bool:
    """Count a report of this visitor, and say whether it is one too many."""
    key = "report-" + salted_hmac("editorial.report", visitor_address(request)).hexdigest()
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > PER_HOUR
    except ValueError:  # it ended between the two calls
        return False


def _is_near(address: str) -> bool:
    """Whether an address is that of a web server of ours: a socket, this machine or this network."""
    try:
        return not address or ipaddress.ip_address(address).is_private
    except ValueError:
        return False
