"""One server process makes every kind of change in a small portal, each time from the same beginning.

After each it says what an index must hold from now on, and waits until the test has found just that in the
index. Then it says whether an index built from nothing is the same, document by document.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.core.cache import cache  # noqa: E402
from django.db import connections  # noqa: E402
from wagtail.models import Page  # noqa: E402

from practices.loading import public_keys  # noqa: E402
from regions.models import EmployersOrganisation  # noqa: E402
from search import labels  # noqa: E402
from search.index.rebuild import rebuild  # noqa: E402
from search.index.serializer import documents_for  # noqa: E402
from search.index.targets import engine_named  # noqa: E402
from search.models import IndexJob  # noqa: E402
from tests.search.index import changes_in_admin  # noqa: E402, F401 - it adds to the walk
from tests.search.index.changes import CHANGES, World, world  # noqa: E402
from vocabulary.models import Term  # noqa: E402

ANSWERS = sys.stdout
sys.stdout = sys.stderr  # commands of Wagtail's print whatever one asks of them
DATABASE = settings.DATABASES["default"]["NAME"]


def say(**what: Any) -> None:
    """A line of JSON."""
    ANSWERS.write(json.dumps(what) + "\n")
    ANSWERS.flush()


def copy(source: str, target: str) -> None:
    """Make one database what another is, also while processes have it open."""
    connections.close_all()
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def as_it_was(made: World) -> World:
    """The same things, read anew."""
    again = {
        name: Page.objects.get(pk=getattr(made, name).pk).specific
        for name in ("practice", "attempt", "tool", "draft")
    }
    return World(
        **again,
        child_term=Term.objects.get(pk=made.child_term.pk),
        organisation=EmployersOrganisation.objects.get(pk=made.organisation.pk),
    )


def documents() -> dict[str, dict[str, Any]]:
    """What the index holds of all that ever was in it, by key."""
    keys = {*map(str, IndexJob.objects.values_list("page_id", flat=True)), *map(str, public_keys())}
    return {key: dict(document) for key, document in engine_named().documents(sorted(keys)).items()}


beginning = f"{DATABASE}.beginning"
made = world()
copy(DATABASE, beginning)
for name, change in CHANGES.items():
    copy(beginning, DATABASE)
    cache.clear()
    labels.forget()
    rebuild()
    change(as_it_was(made))
    wanted = {document.key: document.content_hash() for document in documents_for(public_keys())}
    say(name=name, wanted=wanted)
    sys.stdin.readline()
    followed = documents()
    rebuild()
    say(same=followed == documents(), waiting=IndexJob.objects.filter(done_at=None, attempts__gt=0).count())
