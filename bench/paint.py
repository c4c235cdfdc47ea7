"""What a visitor waits for and sees move: Chromium's own measures of the main pages of a running portal.

Largest paint and layout shift come from the browser's performance timeline; blocking time is the part
of every long task beyond 50 ms. Each page is opened afresh, with an empty cache, on a phone that is
four times slower than this machine, and on this machine as it is.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from playwright.sync_api import Browser, sync_playwright

from tests.house.chromium import MISSING, chromium_path, launch

PAGES = {
    "home": "/",
    "search": "/zoeken/?q=rooster",
    "practice": "/regio/rijn-gouwe/slim-incontinentiemateriaal/",
    "regions": "/regio/",
}
#: How many times slower the processor is, and how wide and high the window.
DEVICES = {"desktop": (1, 1280, 900), "phone": (4, 360, 740)}

OBSERVE = """
window.seen = {paint: 0, shift: 0, blocking: 0};
const watch = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note))
  .observe({type, buffered: true});
watch('largest-contentful-paint', entry => { seen.paint = entry.startTime; });
watch('layout-shift', entry => { if (!entry.hadRecentInput) seen.shift += entry.value; });
watch('longtask', entry => { seen.blocking += Math.max(0, entry.duration - 50); });
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One page on one device: medians in milliseconds, the worst layout shift, bytes over the line."""

    page: str
    device: str
    largest_paint_ms: float
    layout_shift: float
    blocking_ms: float
    kilobytes: float


def measure(base: str, rounds: int) -> Iterator[Line]:
    """A line for each page and device."""
    path = chromium_path()
    if path is None:
        sys.exit(MISSING)
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        for page, address in PAGES.items():
            for device in DEVICES:
                seen = [_visit(browser, base + address, device) for _round in range(rounds)]
                yield Line(
                    page,
                    device,
                    round(statistics.median(each["paint"] for each in seen)),
                    round(max(each["shift"] for each in seen), 4),
                    round(statistics.median(each["blocking"] for each in seen)),
                    round(seen[-1]["bytes"] / 1000, 1),
                )
        browser.close()


def _visit(browser: Browser, address: str, device: str) -> dict[str, float]:
    slower, width, height = DEVICES[device]
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        session.send("Network.enable")
        received: list[float] = []
        session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        page.add_init_script(OBSERVE)
        page.goto(address, wait_until="networkidle")
        page.wait_for_timeout(300)
        seen: dict[str, float] = page.evaluate("window.seen")
        return {**seen, "bytes": sum(received)}


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(prog="bin/bench paint", description=__doc__)
    parser.add_argument(
        "--base", default="http://localhost:8000", help="a running portal, such as bin/demo's"
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often each page is opened")
    parser.add_argument("--json", action="store_true", help="a JSON object for each line")
    options = parser.parse_args()
    if not options.json:
        print(f"{'':20}{'paint ms':>10}{'shift':>9}{'blocking ms':>13}{'kB':>8}")
    for line in measure(options.base.rstrip("/"), options.rounds):
        if options.json:
            print(json.dumps(asdict(line)), flush=True)
        else:
            name = f"{line.page}, {line.device}"
            print(
                f"{name:20}{line.largest_paint_ms:10.0f}{line.layout_shift:9.4f}"
                f"{line.blocking_ms:13.0f}{line.kilobytes:8.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
