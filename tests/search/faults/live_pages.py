"""The keys of all contributions that everybody may see: ``python -m tests.search.faults.live_pages``."""

from __future__ import annotations

import sys

import django

django.setup()

from practices.loading import public_keys  # noqa: E402 - Django must be set up first

sys.stdout.write(" ".join(map(str, public_keys())))
