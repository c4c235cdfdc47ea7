"""Where uploads are kept: on the disk, and what does not fit leaves nothing behind."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class TidyFileSystemStorage(FileSystemStorage):
    """Django's storage. When the disk is full, the half of a file does not keep it full."""

    def _save(self, name: str, content: Any) -> str:
        """Store it, whole or not at all. The name was free a moment ago."""
        try:
            stored: str = super()._save(name, content)  # type: ignore[misc]
        except FileExistsError:
            raise
        except OSError:
            with suppress(OSError):
                Path(self.path(name)).unlink()
            raise
        return stored
