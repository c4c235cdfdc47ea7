"""One server process edits, and says after every change what is to be found from now on, and what not."""

from __future__ import annotations

import json
import sys

import django

django.setup()

from wagtail.models import PageViewRestriction  # noqa: E402 - Django must be set up first

from succession.merging import merge  # noqa: E402
from tests.factories import contribution, region_page, term  # noqa: E402


def say(query: str, *titles: str) -> None:
    """What a search finds now; the test answers when another process has found it."""
    sys.stdout.write(json.dumps([query, sorted(titles)]) + "\n")
    sys.stdout.flush()
    sys.stdin.readline()


theme = term("theme", "roosteren")
page = contribution(title="Rustig zeilen", parent=region_page("eerste"), terms=[theme])
say("zeilen", "Rustig zeilen")
page.title, page.summary = "Rustig fietsen", "Over fietsen."
page.save_revision().publish()
say("zeilen")
say("fietsen", "Rustig fietsen")
theme.label = "Kanovaren"
theme.save()
say("kanovaren", "Rustig fietsen")
merge(theme, term("theme", "roeien", label="Roeien"))
say("roeien", "Rustig fietsen")
restriction = PageViewRestriction.objects.create(page=region_page("eerste"), restriction_type="login")
say("fietsen")
restriction.delete()
say("fietsen", "Rustig fietsen")
page.tags.add("bergbeklimmen")
page.save()
say("bergbeklimmen", "Rustig fietsen")
page.unpublish()
say("fietsen")
page.save_revision().publish()
say("fietsen", "Rustig fietsen")
page.delete()
say("fietsen")
