"""Another name, another mark, another look: by settings, without a change to the portal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from portal.settings.environment import BASE_DIR

ASK = """
import django; django.setup()
from pathlib import Path
from django.contrib.staticfiles.finders import find
from django.core.management import call_command
from portal.errors import server_error
from django.test import RequestFactory
call_command("build_fonts", folder=Path({fonts!r}), verbosity=0)
print(server_error(RequestFactory().get("/")).content.decode())
print(find("favicon.svg"))
"""


def test_name_mark_and_tokens_change_by_a_setting_each(tmp_path: Path) -> None:
    look, fonts = tmp_path / "look", tmp_path / "fonts"
    own = {
        "templates/components/mark.html": '<svg class="{{ class }}" data-own-mark></svg>',
        "static/favicon.svg": "<svg/>",
        "static/css/tokens.css": ":root { --ppz-palette-polder: #123456; }",
    }
    for name, text in own.items():
        (look / name).parent.mkdir(parents=True, exist_ok=True)
        (look / name).write_text(text)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "THEME_DIR": str(look),
        "SITE_NAME": "Zorgkaart",
        "SITE_SUBTITLE": "van een ander",
        "LOG_LEVEL": "ERROR",
    }
    told = subprocess.run(
        [sys.executable, "-c", ASK.format(fonts=str(fonts))],
        cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "Zorgkaart" in told and "van een ander" in told
    assert "Praktijkportaal" not in told
    assert "data-own-mark" in told
    assert str(look / "static" / "favicon.svg") in told
    sheet = (fonts / "site.css").read_text("utf-8")
    assert "#123456" in sheet and "#0a5c49" not in sheet
    assert ".search-box" in sheet
