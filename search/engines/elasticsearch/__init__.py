"""The engine for growth: a search server, Elasticsearch 9 (and, next door, OpenSearch 3).

===================  =========================================================
``server``           the requests, on the official client; its errors end here
``mapping``          the fields, and how a document fills them
``queries``          from the analysed question to a query
``pages``            a page of results as one request, and its answer
``counting``         exact counts per facet value, in that same request
``lightening``       the lighter question, where nothing answers the whole one
``suggestions``      documents whose titles or names begin with what is typed
``likeness``         documents like another
``words``            every word of the collection
``generations``      indices and the alias of the live one
``engine``           reading: the ``Engine`` of the contract
``writing``          writing: the ``IndexWriter`` and ``Rebuild`` of the contract
===================  =========================================================

Only ``server`` knows which product it talks to; ``search.engines.opensearch`` has its own.
"""

from dataclasses import replace

from search.engines.connection import WRITE_SECONDS, Connection
from search.engines.elasticsearch.engine import ServerEngine
from search.engines.elasticsearch.server import ElasticsearchServer
from search.engines.elasticsearch.writing import ServerWriter

NAME = "elasticsearch"

__all__ = ["NAME", "engine_and_writer"]


def engine_and_writer(connection: Connection) -> tuple[ServerEngine, ServerWriter]:
    """Reading and writing on an Elasticsearch 9. Writing has the worker's patience, not a visitor's."""
    patient = replace(connection, timeout=WRITE_SECONDS)
    return (
        ServerEngine(NAME, ElasticsearchServer(connection), connection.prefix),
        ServerWriter(ElasticsearchServer(patient), connection.prefix),
    )
