"""The report as figures for Prometheus.

All come from what the processes share, database and index, so any process answers for the whole
portal and no figures are kept or added up per process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from portal.health.report import Health, Part, Report

STEPS = {Health.OK: 0, Health.DEGRADED: 1, Health.BROKEN: 2}

#: Facts of an index, and of the mail, that are figures.
INDEX_FIGURES = ("away", "documents", "segments", "open_jobs", "oldest_job_seconds", "oldest_job_attempts")
MAIL_FIGURES = ("waiting", "refused", "failed")
SEARCH_FIGURES = ("stands_in", "older")


def metrics_text(report: Report) -> bytes:
    """The figures as text."""
    registry = CollectorRegistry()
    registry.register(_Figures(report))
    return generate_latest(registry)


class _Figures(Collector):
    def __init__(self, report: Report) -> None:
        self.report = report

    def collect(self) -> Iterable[Metric]:
        """One gauge of how each part stands, and one for each figure."""
        health = GaugeMetricFamily("portal_health", "0 ok, 1 degraded, 2 broken", labels=["part"])
        for part in self.report.parts:
            health.add_metric([part.name], STEPS[part.health])
        yield health
        for part in self.report.parts:
            if part.name.startswith("index "):
                yield from _gauges("portal_index", INDEX_FIGURES, part, part.name.removeprefix("index "))
            elif part.name == "search":
                yield from _gauges("portal_search", SEARCH_FIGURES, part)
            elif part.name == "mail":
                yield from _gauges("portal_mail", MAIL_FIGURES, part)


def _gauges(prefix: str, names: Iterable[str], part: Part, target: str = "") -> Iterator[Metric]:
    labels = ["target"] if target else []
    for name in names:
        if name in part.facts:
            gauge = GaugeMetricFamily(f"{prefix}_{name}", name.replace("_", " "), labels=labels)
            gauge.add_metric([target] if target else [], part.facts[name])
            yield gauge
