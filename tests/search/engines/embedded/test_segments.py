"""The index on disk stays small in number of segments, and its columns fit the facets."""

from pathlib import Path

from search.engines.embedded import EmbeddedEngine, EmbeddedWriter
from search.engines.embedded.schema import build_schema, index_document, key_order
from search.engines.fields import facet_column
from search.facets import FACETS
from tests.search.engines.collections import make_document, synthetic_documents


def test_many_single_changes_leave_few_segments(tmp_path: Path) -> None:
    writer, engine = EmbeddedWriter(tmp_path), EmbeddedEngine(tmp_path)
    writer.rebuild(synthetic_documents(300, words=40)).promote()
    most = 0
    for document in synthetic_documents(200, words=40, seed=2):
        writer.apply([document], ())
        most = max(most, engine.status().segments)
    assert most <= 12
    assert engine.status().documents == 300


def test_every_facet_has_a_column() -> None:
    """tantivy answers an unknown field with empty buckets, and no error."""
    facets = {facet.key: ("value",) for facet in FACETS}
    filled = index_document(make_document("1", facets=facets)).to_dict()
    for facet in FACETS:
        assert filled[facet_column(facet.key)] == ["value"]
    assert sorted(filled["facets"]) == sorted(f"{facet.key}:value" for facet in FACETS if not facet.is_open)
    assert build_schema() is build_schema()


def test_the_number_of_a_key_orders_as_its_text() -> None:
    keys = ["1", "10", "100", "11", "2", "9999999", "a", "ab", "é", "éa", "zz"]
    assert sorted(keys, key=key_order) == sorted(keys, key=str.encode)
