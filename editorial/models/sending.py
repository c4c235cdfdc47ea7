"""How often one form was sent from one address in the last hour, for all processes together."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Sending(models.Model):
    """A counter that lives for an hour. ``key`` is a keyed hash: the address cannot be read from it."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return f"{self.count} until {self.until:%H:%M}"
