"""Names of indices: what the check of the settings refuses is what real servers refuse."""

from __future__ import annotations

import pytest

from search.checks.servers import check_server
from search.engines.base import EngineUnavailable
from search.engines.connection import Connection
from search.engines.elasticsearch.generations import Generations
from tests.search.engines.conftest import SERVERS, emptied

REFUSED = (
    "Portal",
    "het portaal",
    "-portal",
    "_portal",
    "+portal",
    *(f"a{each}b" for each in '/*?"<>|,#:\\'),
)


def is_told_of(prefix: str) -> bool:
    """Whether the check refuses it."""
    told = check_server(Connection(("https://search-1:9200",), prefix=prefix), "ELASTICSEARCH_URL")
    return "search.E013" in {message.id for message in told}


@pytest.mark.parametrize("product", SERVERS)
def test_a_server_makes_what_the_check_lets_through_and_nothing_else(product: str) -> None:
    server, connection, _backend = SERVERS[product]()
    own = connection.prefix
    longest = (own + "é" * 200).encode()[:200].decode()
    with emptied(server, own):
        for prefix in (own, f"{own}-2.b_c+d", longest):
            assert not is_told_of(prefix)
            assert Generations(server, prefix).create().startswith(prefix)
        for prefix in (*REFUSED, own + "é" * 100):
            assert is_told_of(prefix)
        for prefix in (*REFUSED, own + "é" * 120):
            with pytest.raises(EngineUnavailable, match="400"):
                Generations(server, prefix).create()
