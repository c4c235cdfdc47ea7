"""Care for the indexes: how they stand, rebuild, bring up to date, compare with the database."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from search import breaker
from search.asking import who_answers
from search.engines.base import EngineUnavailable, WriterBusy
from search.index import targets
from search.index.active import engine_of, is_server, own_targets
from search.index.lock import Busy
from search.index.proof import NotProven
from search.index.queue import age, hasten, oldest_open, waiting
from search.index.rebuild import rebuild
from search.index.recovery import make_ready, tend
from search.index.verification import verify
from search.models import TargetState


class Command(BaseCommand):
    """``search_index status|rebuild|sync|verify [--engine NAME]``."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One word says what to do, and a name with which index; without one, with all of this machine's."""
        actions = parser.add_subparsers(dest="action", required=True)
        status = actions.add_parser("status", help="how each index stands, and who answers")
        status.add_argument(
            "--exit-code", action="store_true", help="end with 1 when a rebuild is due, for release scripts"
        )
        build = actions.add_parser("rebuild", help="build a new index beside the live one and swap")
        build.add_argument(
            "--missing", action="store_true",
            help="only where there is none; one that is there is compared when another release wrote last. "
            "A server that is away is left to the worker",
        )  # fmt: skip
        sync = actions.add_parser("sync", help="carry out all due jobs")
        check = actions.add_parser("verify", help="compare with the database, both ways, and heal")
        check.add_argument("--no-heal", action="store_true", help="only say what differs")
        for action in (status, build, sync, check):
            action.add_argument(
                "--engine", "--target", dest="target", default="", metavar="NAME",
                help=f"one index; of this machine are: {', '.join(own_targets())}",
            )  # fmt: skip

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it, for each index."""
        action = {
            "status": self._status, "rebuild": self._rebuild, "sync": self._sync, "verify": self._verify
        }[options["action"]]  # fmt: skip
        try:
            action(_chosen(options["target"]), options)
        except WriterBusy as error:
            raise CommandError("Another rebuild is running. Wait for it: it does the same.") from error
        except (EngineUnavailable, NotProven, Busy) as error:
            raise CommandError(str(error) or "Another process is at it. Try again in a moment.") from error

    def _status(self, chosen: tuple[str, ...], options: dict[str, Any]) -> None:
        due = False
        for target in chosen:
            status = targets.engine_named(engine_of(target)).status()
            due |= not status.available
            oldest = oldest_open(target)
            self.stdout.write(f"index        {target}")
            self.stdout.write(f"engine       {status.engine}")
            self.stdout.write(f"available    {'yes' if status.available else 'no'}  {status.detail}".rstrip())
            self.stdout.write(f"documents    {status.documents}")
            self.stdout.write(f"generation   {status.generation or '-'}")
            self.stdout.write(f"hash wanted  {status.fingerprint}")
            self.stdout.write(f"segments     {status.segments}")
            self.stdout.write(f"open jobs    {waiting(target).count()}")
            if oldest:
                seconds = age(oldest).total_seconds()
                self.stdout.write(
                    f"oldest job   {seconds:.0f} s, {oldest.attempts} attempts  {oldest.last_error}".rstrip()
                )
            self._trouble(target)
            self._others(target)
            self.stdout.write("")
        self._answers()
        if options["exit_code"] and due:
            sys.exit(1)

    def _trouble(self, target: str) -> None:
        state = breaker.state(target)
        if state.away_since:
            seconds = (timezone.now() - state.away_since).total_seconds()
            self.stdout.write(f"left alone   for {seconds:.0f} s, {state.failures} trials  {state.reason}")
        elif is_server(target) and state.compared_at is None:
            self.stdout.write("left alone   until the worker has filled it and compared it with the database")

    def _others(self, target: str) -> None:
        others = TargetState.objects.filter(target=target).exclude(fingerprint=targets.fingerprint_of(target))
        for state in others:
            seconds = (timezone.now() - state.seen_at).total_seconds()
            self.stdout.write(
                f"kept besides {state.fingerprint}, by another release, seen {seconds:.0f} s ago"
            )

    def _answers(self) -> None:
        try:
            answered = who_answers()
        except EngineUnavailable as error:
            self.stdout.write(f"answers      nobody  {error}")
            return
        self.stdout.write(f"answers      {answered.engine}{' (stands in)' if answered.stood_in else ''}")

    def _rebuild(self, chosen: tuple[str, ...], options: dict[str, Any]) -> None:
        for target in chosen:
            if not options["missing"]:
                self._rebuild_one(target)
                continue
            try:
                self._make_ready(target)
            except (EngineUnavailable, NotProven, Busy, WriterBusy) as error:
                if not is_server(target) and not targets.is_usable(target):
                    raise
                self._say(target, f"Left to the worker: {error or 'another process is at it.'}")

    def _make_ready(self, target: str) -> None:
        if not targets.is_usable(target):
            with suppress(WriterBusy):  # who builds it is waited for
                self._rebuild_one(target)
        make_ready(target)

    def _rebuild_one(self, target: str) -> None:
        with tqdm(unit=" pages", disable=None, file=sys.stderr) as bar:

            def progress(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            report = rebuild(target, progress=progress)
        self._say(target, f"Rebuilt: {report.documents} documents, {report.replayed} changes replayed.")
        for page, reason in report.refused.items():
            self._say(target, f"Left out, and tried again later: page {page}. {reason}")

    def _sync(self, chosen: tuple[str, ...], _options: dict[str, Any]) -> None:
        for target in chosen:
            hasten(target)
            self._synced(target)

    def _synced(self, target: str) -> None:
        report = tend(target)
        if report.busy:
            self._say(target, "Another process is at it, or it is left alone for a moment.")
        self._say(target, f"Written {report.written}, deleted {report.deleted}, put off {report.failed}.")

    def _say(self, target: str, words: str) -> None:
        """With the name of the index, where there is more than one."""
        self.stdout.write(words if len(own_targets()) == 1 else f"{target}: {words}")

    def _verify(self, chosen: tuple[str, ...], options: dict[str, Any]) -> None:
        for target in chosen:
            drift = verify(target, heal=not options["no_heal"])
            self._say(
                target,
                f"Missing {len(drift.missing)}, different {len(drift.different)}, "
                f"superfluous {len(drift.superfluous)}.",
            )
            if drift.pks and not options["no_heal"]:
                self._synced(target)


def _chosen(name: str) -> tuple[str, ...]:
    """The targets that are meant; by the engine's name too."""
    chosen = tuple(target for target in own_targets() if not name or name in {target, engine_of(target)})
    if not chosen:
        raise CommandError(
            f"This machine keeps no index called {name}. It keeps: {', '.join(own_targets())}."
        )
    return chosen
