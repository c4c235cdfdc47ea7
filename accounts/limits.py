"""The default cache: the memory of the process, except for what counts attempts.

django-allauth counts failed logins in the default cache. A count per process is no limit: with two
server processes an attacker has twice the tries, and a restart forgets all. So those counts, and
only those, go to a table that all processes share; everything else keeps the speed of memory.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import BaseCache, caches
from django.core.cache.backends.locmem import LocMemCache
from django.utils.crypto import salted_hmac

SHARED = "shared"
#: What django-allauth puts before the keys of its counts.
COUNTS = "allauth:rl:"


def hashed_key(key: str, key_prefix: str, version: int) -> str:
    """The key of a count as it is written: nobody can read an address or a name from it."""
    return salted_hmac("accounts.limits", f"{key_prefix}:{version}:{key}", settings.SECRET_KEY).hexdigest()


def _place(key: str) -> BaseCache | None:
    return caches[SHARED] if key.startswith(COUNTS) else None


class ProcessCache(LocMemCache):
    """Memory of the process, with the counts of attempts in the shared table."""

    def add(self, key: str, value: Any, *args: Any, **kwargs: Any) -> bool:
        """Whether the key was free: this is allauth's lock, so it must hold for all processes."""
        place = _place(key)
        return place.add(key, value, *args, **kwargs) if place else super().add(key, value, *args, **kwargs)

    def get(self, key: str, *args: Any, **kwargs: Any) -> Any:
        """The value, or the default."""
        place = _place(key)
        return place.get(key, *args, **kwargs) if place else super().get(key, *args, **kwargs)

    def set(self, key: str, value: Any, *args: Any, **kwargs: Any) -> None:
        """Keep a value."""
        place = _place(key)
        (place.set if place else super().set)(key, value, *args, **kwargs)

    def delete(self, key: str, *args: Any, **kwargs: Any) -> bool:
        """Forget a value."""
        place = _place(key)
        return place.delete(key, *args, **kwargs) if place else super().delete(key, *args, **kwargs)
