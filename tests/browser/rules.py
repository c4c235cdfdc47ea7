"""The rules of accessibility that a tool can see, asked of a page by axe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
#: A and AA of WCAG 2.0, 2.1 and 2.2.
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
BUT_CONTRAST = {**RULES, "rules": {"color-contrast": {"enabled": False}}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}

#: Where scripts are off no timer runs, and axe waits for some: there they are called at once. What axe
#: promises is there as soon as the call has ended, so asking for it is a call of its own.
RUN = """([options, scripting]) => {
  const timer = window.setTimeout;
  if (!scripting) window.setTimeout = call => { call(); return 0; };
  window.axeFound = null;
  const ended = new Promise(resolve => axe.run(document, options, (error, found) => {
    window.setTimeout = timer;
    window.axeFound = error ? {error: String(error)} : {
      passes: found.passes.length,
      violations: found.violations.flatMap(each => each.nodes.map(node =>
        [each.id, node.html.slice(0, 160)])),
    };
    resolve();
  }));
  return scripting ? ended : null;
}"""


def violations(page: Page, where: str, rules: dict[str, Any] = RULES, *, scripting: bool = True) -> list[str]:
    """What breaks a rule on a page as it stands, a line each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    page.evaluate(RUN, [{**rules, "resultTypes": ["violations"]}, scripting])
    found = page.evaluate("axeFound")
    assert found and found.get("passes"), f"{where}: nothing was checked, {found}"
    return [f"{where}: {rule}: {html}" for rule, html in found["violations"]]
