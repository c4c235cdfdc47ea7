"""The embedded engine: tantivy in the process itself, files in one directory, no server.

==================  =========================================================
``schema``          the fields, and how a document fills them
``queries``         from the analysed question to a tantivy query
``ranking``         which hits stand on a page, in an order that never wavers
``counting``        exact counts per facet value
``suggestions``     documents whose titles or names begin with what is typed
``likeness``        documents like another
``generations``     directories, the pointer to the live one, locks
``snapshot``        the live index at one commit, and following it
``opening``         opening a directory without side effects
``commit``          one commit into one generation
``engine``          reading: the ``Engine`` of the contract
``writing``         writing: the ``IndexWriter`` and ``Rebuild`` of the contract
==================  =========================================================
"""

from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.writing import EmbeddedWriter

__all__ = ["EmbeddedEngine", "EmbeddedWriter"]
