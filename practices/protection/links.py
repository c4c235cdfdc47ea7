"""Links in texts: none leads to a protected attempt, because who wrote the text may tell whose it is."""

from __future__ import annotations

from typing import Any

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from practices.disclosure import is_protected


class DiscreetPageLinks(PageLinkHandler):  # type: ignore[misc, unused-ignore]
    """Wagtail's links to pages, as words only where the page is protected or no longer public.

    A link is kept by the page's number, so it would follow an attempt to the address of its protected
    days: from the practice of the same organisation, or from the page of its region.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """The opening tag of each link; without an address where it may lead nowhere."""
        return [_opening(page) for page in cls.get_many(attrs_list)]


def _opening(page: Page | None) -> str:
    leads_somewhere = page is not None and page.live and not is_protected(page)
    return f'<a href="{escape(page.localized.url)}">' if page and leads_somewhere else "<a>"
