"""A filled portal to visit, and the pages that stand for every kind of page there is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser

from tests.leash import leashed

ROOT = Path(__file__).resolve().parents[2]

#: One address of every kind of page and state.
PAGES = {
    "home": "/",
    "results": "/zoeken/?q=rooster",
    "filtered results": "/zoeken/?sector=vvt&regio=rijnmond",
    "nothing found": "/zoeken/?q=zwaartekrachtgolf",
    "ignored values": "/zoeken/?regio=bestaat-niet&pagina=x",
    "another page of results": "/zoeken/?pagina=2",
    "corrected spelling": "/zoeken/?q=roostre",
    "offers": "/zoeken/?q=rooster+rijnmond",
    "search with all notices": "/fout/zoeken/degraded/",
    "search away": "/fout/zoeken/unavailable/",
    "search refused": "/fout/zoeken/refused/",
    "practice": "/regio/rijn-gouwe/slim-incontinentiemateriaal/",
    "practice without figures": "/regio/landelijk/onboardingmodule/",
    "attempt": "/regio/stedendriehoek-noord-veluwe/flexpertise-zorg/",
    "tool": "/regio/landelijk/digivaardig-in-de-zorg/",
    "regions": "/regio/",
    "region": "/regio/rijnmond/",
    "empty region": "/regio/flevoland/",
    "no region": "/regio/landelijk/",
    "region chooser": "/mijn-regio/",
    "unknown place": "/mijn-regio/?plaats=nergenshuizen",
    "themes": "/thema/",
    "theme": "/thema/arbeidsinnovatie/",
    "falend vooruit": "/falend-vooruit/",
    "pattern": "/falend-vooruit/patronen/geen-draagvlak/",
    "pattern without attempts": "/falend-vooruit/patronen/vaste-gewoonten/",
    "questions before one begins": "/falend-vooruit/vooraf/?thema=technologie&sector=vvt",
    "wrong choice of questions": "/falend-vooruit/vooraf/?thema=bestaat-niet",
    "choice of questions": "/falend-vooruit/vooraf/",
    "questions from other attempts too": "/falend-vooruit/vooraf/?thema=zorgreserve&sector=vvt",
    "interview": "/falend-vooruit/interview/",
    "results on a theme": "/zoeken/?thema=technologie",
    "practice beside attempts": "/regio/landelijk/hartwacht/",
    "telling a practice": "/deel-uw-praktijk/",
    "telling an attempt": "/deel-uw-praktijk/?soort=poging",
    "log in": "/account/inloggen/",
    "new password": "/account/wachtwoord/",
    "new password sent": "/account/wachtwoord/verzonden/",
    "about": "/over/",
    "privacy": "/privacy/",
    "accessibility": "/toegankelijkheid/",
    "contact": "/contact/",
    "report": "/melden/?pagina=/regio/",
    "report sent": "/melden/dank/",
    "components": "/stijl/",
    "health": "/fout/gezondheid/",
    "not found": "/bestaat-niet/",
    "withdrawn": "/regio/rijnmond/ingetrokken/",
    "not open": "/fout/403/",
    "too often": "/fout/429/",
    "fault of ours": "/fout/500/",
}


@pytest.fixture(scope="session")
def portal_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where that portal keeps all it has, the passwords of its accounts too."""
    return tmp_path_factory.mktemp("portal")


@pytest.fixture(scope="session")
def portal(browser: Browser, portal_folder: Path) -> Iterator[str]:
    """The address of a portal with the demonstration cases; without a browser nobody needs it."""
    made = ROOT / "static" / "fonts" / "site.css"
    sources = (ROOT / "static" / "css").glob("*.css")
    if not made.exists() or any(source.stat().st_mtime > made.stat().st_mtime for source in sources):
        call_command("build_fonts", verbosity=0)
    folder = portal_folder
    environment = {
        **os.environ,
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "LOG_LEVEL": "ERROR",
    }
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            leashed(sys.executable, "-m", "tests.browser.server"),
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
        try:
            yield _address(server, folder / "log")
        finally:
            server.terminate()
            server.wait(timeout=10)


def _address(server: subprocess.Popen[str], log: Path) -> str:
    assert server.stdout is not None
    for line in server.stdout:
        if line.startswith("http://"):
            return line.strip()
    pytest.fail(f"The portal did not start: {log.read_text()[-2000:]}")
