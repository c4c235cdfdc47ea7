"""The archive: written beside its final name and renamed when complete, so half a one is never found."""

from __future__ import annotations

import json
import shutil
import tarfile
import tempfile
import zlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone

from portal.backup import databases

MANIFEST = "manifest.json"
MEDIA = "media"


def create(folder: Path) -> Path:
    """Write ``portal-<date>-<time>.tar.gz`` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    now = timezone.localtime()
    path = folder / f"portal-{now:%Y%m%d-%H%M%S}.tar.gz"
    draft = path.with_suffix(".part")
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".portal-") as scratch:
            work = Path(scratch)
            name = databases.dump(work)  # before the media: a page never names a file that is not there
            about = {"created": now.isoformat(timespec="seconds"), "database": name}
            (work / MANIFEST).write_text(json.dumps(about, indent=2))
            draft.touch(mode=0o600)  # it holds accounts and drafts
            with tarfile.open(draft, "w:gz") as archive:
                archive.add(work / MANIFEST, MANIFEST)
                archive.add(work / name, name)
                if settings.MEDIA_ROOT.is_dir():
                    archive.add(settings.MEDIA_ROOT, MEDIA)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def read_manifest(path: Path) -> dict[str, Any]:
    """What an archive says of itself; CommandError when it is no backup."""
    try:
        with tarfile.open(path) as archive:
            member = archive.extractfile(MANIFEST)
            about: dict[str, Any] = json.load(member) if member else {}
    except (OSError, EOFError, zlib.error, tarfile.TarError, KeyError, ValueError) as error:
        raise CommandError(f"{path} is not a backup of a portal: {error}") from error
    return about


def put_back(path: Path) -> None:
    """Replace database and media by those of the archive. Former media go once the new are there."""
    read_manifest(path)
    databases.check_nobody_writes()
    media = Path(settings.MEDIA_ROOT)
    media.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=media.parent, prefix=".restore-") as scratch:
        work = Path(scratch)
        with tarfile.open(path) as archive:
            archive.extractall(work, filter="data")
        databases.put_back(work)
        (work / MEDIA).mkdir(exist_ok=True)
        if media.exists():
            media.rename(work / "former-media")
        shutil.move(work / MEDIA, media)
