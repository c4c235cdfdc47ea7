"""One contribution of the index by a name that people use for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practices.models import ContributionPage
from search.asking import asked


def document_named(name: str) -> Mapping[str, Any] | None:
    """The stored document with this slug, reference (p01) or primary key; None when the index has none."""
    for lookup in ("slug", "import_key", "pk"):
        if lookup == "pk" and not (name.isascii() and name.isdigit()):
            continue
        pks = ContributionPage.objects.filter(**{lookup: name}).values_list("pk", flat=True)
        if found := _documents([str(pk) for pk in pks]):
            return next(iter(found.values()))
    return None


def _documents(keys: list[str]) -> Mapping[str, Mapping[str, Any]]:
    return asked(lambda engine: engine.documents(keys)).answer
