"""Addresses of contributions that were deleted."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class WithdrawnAddress(models.Model):
    """Where a public contribution once stood, so that its address can answer 410 with alternatives.

    Protected attempts leave none: their address must not tell that they were ever there.
    """

    path = models.CharField(max_length=512, unique=True)
    title = models.CharField(max_length=255)
    withdrawn_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-withdrawn_at"]

    def __str__(self) -> str:
        return self.path
