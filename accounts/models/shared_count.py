"""The table behind the cache in which attempts to log in are counted."""

from __future__ import annotations

from django.db import models

#: The name that the cache and the table share.
TABLE = "accounts_shared_count"


class SharedCount(models.Model):
    """A row of Django's database cache, made by a migration instead of ``createcachetable``.

    Keys are hashes, so no address or name can be read here.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = TABLE
        verbose_name = "shared count"

    def __str__(self) -> str:
        return self.cache_key
