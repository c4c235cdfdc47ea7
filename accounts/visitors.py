"""Where a request comes from."""

from __future__ import annotations

import ipaddress

from django.http import HttpRequest


def visitor_address(request: HttpRequest) -> str:
    """What the web server before us says, if there is one; else the other end of the line."""
    direct = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    return str(forwarded) if forwarded and _is_near(direct) else str(direct)


def _is_near(address: str) -> bool:
    """Whether an address is that of a web server of ours: a socket, this machine or this network."""
    try:
        return not address or ipaddress.ip_address(address).is_private
    except ValueError:
        return False
