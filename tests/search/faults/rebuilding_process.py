"""A machine that is at its rebuild for as long as nobody ends it: ``... rebuilding_process TARGET``."""

from __future__ import annotations

import sys

import django

django.setup()

from search.index.lock import exclusive  # noqa: E402 - Django must be set up first

with exclusive(sys.argv[1], "rebuild"):
    sys.stdout.write("at it\n")
    sys.stdout.flush()
    sys.stdin.readline()
