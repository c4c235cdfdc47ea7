"""What the demonstration portal mails so many days from now: ``python -m tests.browser.later 700``.

In a process of its own, so that the clock of the tests and of the portal stays as it is. Prints the
mails as one line of JSON.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta

import django
import time_machine


def main(days: int) -> None:
    """Move the clock, do what is due, tell what was sent."""
    django.setup()
    from django.core import mail  # noqa: PLC0415 - after set-up

    from portal.due.running import run_due  # noqa: PLC0415
    from portal.due.steps import STEPS  # noqa: PLC0415

    mail.outbox = []
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days), tick=False):
        run_due([step for step in STEPS if step.name == "keep"])
    sys.stdout.write(
        json.dumps([{"to": each.to, "text": f"{each.subject}\n{each.body}"} for each in mail.outbox]) + "\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
