"""Withdraw the consent to an attempt and take it from the public, by its code."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from practices.consent.recording import withdraw_consent
from practices.models import AttemptPage


class Command(BaseCommand):
    """For when the admin cannot be reached. The code stands in the address, and on the page Consent."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The code, and a reason that only editors see."""
        parser.add_argument("code", help="the ten letters and figures in /falend-vooruit/<code>/")
        parser.add_argument("--reason", default="", help="why, in a few words without names")

    def handle(self, *_args: Any, code: str, reason: str, **_options: Any) -> None:
        """Take it away, or say that there is no such attempt."""
        pk = AttemptPage.objects.filter(code=code).values_list("pk", flat=True).first()
        if pk is None:
            raise CommandError(f"There is no attempt with the code {code}.")
        withdraw_consent(pk, reason=reason)
        self.stdout.write("Withdrawn: the attempt can be seen and found nowhere any more.")
