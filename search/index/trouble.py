"""What can go wrong with an index that is nobody's mistake: it is told, put off and tried again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from search.engines.base import EngineUnavailable, WriterBusy


@contextmanager
def as_unavailable() -> Iterator[None]:
    """Turn whatever an engine's files or library stumble over into EngineUnavailable.

    A panic of tantivy's is a BaseException of a class that cannot be imported.
    """
    try:
        yield
    except (EngineUnavailable, WriterBusy):
        raise
    except BaseException as error:
        if isinstance(error, (OSError, ValueError)) or type(error).__name__ == "PanicException":
            raise EngineUnavailable(f"The index cannot be used: {error}") from error
        raise
