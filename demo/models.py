"""What the loader remembers between two runs."""

from __future__ import annotations

from django.db import models


class LoadedCase(models.Model):
    """What was last put into the page of one case, as a digest.

    With it a second run does nothing, a changed row is noticed, and what people changed in the
    admin since then is left alone as long as its row stays the same.
    """

    key = models.CharField(max_length=80, unique=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.key
