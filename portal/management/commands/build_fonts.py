"""Make the typefaces that visitors get, and the one stylesheet that uses them."""

from __future__ import annotations

import importlib.util
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import find
from django.core.management.base import BaseCommand, CommandError

from portal.settings.environment import BASE_DIR
from portal.typefaces import FACES, fallback_rules, font_rule, stylesheet, subset_font

#: All fonts together may weigh this much.
BUDGET = 130_000


class Command(BaseCommand):
    """Repeatable. Without it the portal works too: with the fonts of the visitor's own machine."""

    help = "Subset the fonts to woff2 and join the stylesheets into static/fonts/site.css."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Elsewhere for tests."""
        parser.add_argument("--folder", type=Path, default=BASE_DIR / "static" / "fonts")

    def handle(self, **options: Any) -> None:
        """Subset, join, and keep to the budget."""
        folder: Path = options["folder"]
        folder.mkdir(parents=True, exist_ok=True)
        rules, weight = [], 0
        for face in FACES:
            source = font_file(face.package, face.file)
            target = folder / f"{face.slug}.woff2"
            target.write_bytes(subset_font(source, face))
            weight += target.stat().st_size
            licence = source.with_name("LICENSE.txt").read_text(encoding="utf-8")
            (folder / f"{face.family.lower().replace(' ', '-')}-licence.txt").write_text(
                licence, encoding="utf-8"
            )
            rules.append(font_rule(face, target.name))
        if weight > BUDGET:
            raise CommandError(f"The fonts weigh {weight} bytes; {BUDGET} is the limit.")
        regular = [face for face in FACES if face.weight == 400]
        rules += [fallback_rules(face, font_file(face.package, face.file)) for face in regular]
        sheet = stylesheet("\n".join(rules), map(style_file, ("tokens.css", "portal.css")))
        (folder / "site.css").write_text(sheet, encoding="utf-8")
        if options["verbosity"]:
            self.stdout.write(f"{len(FACES)} fonts, {weight} bytes; stylesheet {len(sheet)} bytes: {folder}")


def style_file(name: str) -> Path:
    """A stylesheet of the portal, or the one that takes its place (THEME_DIR)."""
    found = find(f"css/{name}")
    if not isinstance(found, str):
        raise CommandError(f"There is no static/css/{name}.")
    return Path(found)


def font_file(package: str, name: str) -> Path:
    """Where a font package keeps a file."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise CommandError(f"The package {package} is not installed.")
    return Path(next(iter(spec.submodule_search_locations))) / "files" / name
