"""Indices on a server: which is the live one, which was so before, and what may go.

::

    <prefix>-<fingerprint>        an alias: the live index of the releases with that fingerprint
    <prefix>-<fingerprint>-<n>    an index, a generation
    <prefix>-<fingerprint>-<n>-w  an alias of that index alone, through which it is filled

Everything is written through an alias that must exist: a server would make an index of the name of one that
has gone, without our fields, and half of the collection would seem to be there.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from search.engines.elasticsearch.mapping import fingerprint, fits, mapping
from search.engines.elasticsearch.server import Body, Server

NEVER = "-1"
_BEING_FILLED: dict[str, Any] = {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": NEVER}
#: A second copy as soon as there is a second node; what readers see is refreshed by whoever writes.
_SERVING: dict[str, Any] = {"auto_expand_replicas": "0-1", "refresh_interval": None}


@dataclass(frozen=True, slots=True)
class Generation:
    """One index of this portal, as the server describes it."""

    name: str
    fingerprint: str
    number: int
    is_live: bool
    made: int
    fits: bool
    is_finished: bool


class Generations:
    """The indices of one portal on one server, seen by a release with one fingerprint."""

    def __init__(self, server: Server, prefix: str) -> None:
        self._server = server
        self._prefix = prefix
        self.fingerprint = fingerprint()
        self.alias = f"{prefix}-{self.fingerprint}"
        self._ours = re.compile(rf"{re.escape(prefix)}-([0-9a-f]{{12}})-(\d+)")

    def live(self) -> Generation | None:
        """The index that the alias names, if there is one."""
        return next((each for each in self._all(self.alias) if each.is_live), None)

    def create(self) -> str:
        """A new, empty index that nobody reads yet."""
        numbers = [each.number for each in self._all(f"{self.alias}-*")]
        name = f"{self.alias}-{max(numbers, default=0) + 1}"
        body: Body = {
            "mappings": mapping(),
            "settings": {"index": _BEING_FILLED},
            "aliases": {filling(name): {"is_hidden": True}},
        }
        self._server.create(name, body)
        return name

    def promote(self, name: str, keep: Collection[str] = ()) -> None:
        """Make a generation the live one, in one step, and keep the former; older ones go.

        ``keep`` are the fingerprints of releases that still read theirs.
        """
        self._server.configure(name, {"index": _SERVING})
        self._server.refresh(name)
        former = [each.name for each in self._all(self.alias) if each.is_live and each.name != name]
        removals = [{"remove": {"index": each, "alias": self.alias}} for each in former]
        self._server.change_aliases([*removals, {"add": {"index": name, "alias": self.alias}}])
        self._prune({name, *former}, keep)

    def discard(self, name: str) -> None:
        """Delete a generation, unless it is the live one."""
        live = self.live()
        if live is None or live.name != name:
            self._server.delete(name)

    def forget_unfinished(self) -> None:
        """Delete generations of this release that were never made the live one."""
        for each in self._all(f"{self.alias}-*"):
            if not (each.is_live or each.is_finished):
                self._server.delete(each.name)

    def _prune(self, keep: set[str], in_use: Collection[str]) -> None:
        """Delete our other generations; of other releases all but the latest live one and those in use."""
        every = self._all(f"{self._prefix}-*")
        others = [each for each in every if each.fingerprint != self.fingerprint and each.is_live]
        keep |= {each.name for each in sorted(others, key=lambda each: each.made)[-1:]}
        keep |= {each.name for each in others if each.fingerprint in in_use}
        for each in every:
            if each.name not in keep:
                self._server.delete(each.name)

    def _all(self, pattern: str) -> list[Generation]:
        found = []
        for name, told in self._server.indices(pattern).items():
            if match := self._ours.fullmatch(name):
                alias = f"{self._prefix}-{match[1]}"
                made = int(told["settings"]["index"]["creation_date"])
                is_live = alias in told["aliases"]
                is_finished = told["settings"]["index"].get("refresh_interval") != NEVER
                well = fits(told["mappings"])
                found.append(Generation(name, match[1], int(match[2]), is_live, made, well, is_finished))
        return found


def filling(name: str) -> str:
    """The alias through which a generation is filled."""
    return f"{name}-w"
