"""A portal of its own, filled with synthetic practices, for measurements; kept between runs.

It lies outside the project's ``var/``: its database, media and index are named after size and seed.
Another word list or field makes the index anew; another generator needs ``--fresh``.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import django


def prepare(size: int, seed: int, engine: str, *, fresh: bool = False, indexed: bool = True) -> None:
    """Point Django at the collection, set Django up, fill what is empty: the collection and its index."""
    base = Path(os.environ.get("BENCH_DIR", Path(tempfile.gettempdir()) / "portal-bench"))
    folder = base / f"{size}-{seed}"
    if fresh:
        shutil.rmtree(folder, ignore_errors=True)
    (folder / "static").mkdir(parents=True, exist_ok=True)  # stays empty; whitenoise asks for it
    os.environ.update(
        DJANGO_SETTINGS_MODULE="bench.settings",
        DATA_DIR=str(folder),
        DATABASE_URL="",
        SEARCH_ENGINE=engine,
        SEARCH_STAND_IN="false",
        SEARCH_INDEX_PREFIX=f"bench-{size}-{seed}",
        SECRET_KEY="only-for-measurements",
        ALLOWED_HOSTS="localhost",
        HTTPS="false",
        LOG_LEVEL="ERROR",
    )
    django.setup()
    _fill(size, seed)
    if indexed:
        _index()


def _fill(size: int, seed: int) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - Django is set up only now

    call_command("migrate", verbosity=0, stdout=sys.stderr)
    call_command("set_up_portal", verbosity=0, stdout=sys.stderr)
    call_command("generate_practices", size, seed=seed, stdout=sys.stderr, verbosity=0)


def _index() -> None:
    from django.conf import settings  # noqa: PLC0415 - Django is set up only now
    from django.core.management import call_command  # noqa: PLC0415

    from practices.loading import public_keys  # noqa: PLC0415
    from search import breaker  # noqa: PLC0415
    from search.index.active import is_server  # noqa: PLC0415
    from search.index.targets import engine_named  # noqa: PLC0415
    from search.warming import warm_server  # noqa: PLC0415

    status = engine_named().status()
    if not status.available or status.documents != len(public_keys()):
        call_command("search_index", "rebuild", stdout=sys.stderr)
    if is_server(settings.SEARCH_ENGINE):
        breaker.believe(settings.SEARCH_ENGINE)  # an earlier measurement may have left it alone
        warm_server()
