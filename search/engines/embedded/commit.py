"""One commit into one generation: the only code that changes an index."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tantivy import IndexWriter

from search.engines.base import EngineUnavailable, WriterBusy
from search.engines.embedded.opening import open_index
from search.engines.embedded.schema import index_document
from search.engines.fields import KEY
from search.index.documents import Document

#: What a writer collects in memory before it writes a segment: the least that tantivy allows
#: for a few changes, more for a whole collection, where every segment has to be merged later.
SMALL_HEAP = 15_000_000
LARGE_HEAP = 100_000_000


def fill(directory: Path, documents: Iterable[Document]) -> None:
    """Write a whole collection into an index that is empty, as ``commit`` does.

    Nothing needs to be replaced there but what comes twice: tantivy keeps every deletion in memory until the
    commit, more than a kilobyte each.
    """
    with _writer(directory, LARGE_HEAP) as writer:
        written: set[str] = set()
        for document in documents:
            if document.key in written:
                writer.delete_documents_by_term(KEY, document.key)
            written.add(document.key)
            writer.add_document(index_document(document))


def commit(directory: Path, upserts: Iterable[Document], deletes: Iterable[str]) -> None:
    """Write all or nothing; raises WriterBusy when another process writes here.

    A document that is there already is replaced. Waiting for the merging threads keeps the
    number of segments small: without, each short-lived writer leaves one behind.
    """
    with _writer(directory, SMALL_HEAP) as writer:
        for document in upserts:
            writer.delete_documents_by_term(KEY, document.key)
            writer.add_document(index_document(document))
        for key in deletes:
            writer.delete_documents_by_term(KEY, key)


@contextmanager
def _writer(directory: Path, heap: int) -> Iterator[IndexWriter]:
    """A writer whose changes are committed at the end, or not at all."""
    try:
        writer = open_index(directory).writer(heap, num_threads=1)
    except (OSError, ValueError) as error:
        if "LockBusy" in str(error):
            raise WriterBusy(f"Another process writes into {directory.name}") from error
        raise EngineUnavailable(f"The index cannot be written: {error}") from error
    # Not "with writer": tantivy-py commits there even when an exception leaves the block.
    try:
        yield writer
        writer.commit()
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()
