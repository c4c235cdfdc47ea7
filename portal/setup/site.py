"""The site and its root: the portal's home page instead of Wagtail's page of welcome."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from portal.models import HomePage
from portal.setup.publishing import publish_below
from portal.setup.texts import introductions

DEFAULT_PORTS = {"http": 80, "https": 443}


def set_up_site() -> HomePage:
    """The home page, as the root of the default site at the address that BASE_URL gives.

    An existing home page keeps its words; the site's address always follows the environment,
    because mails and canonical links are made from it.
    """
    home = HomePage.objects.first() or _new_home()
    hostname, port = site_address(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    wanted = {"hostname": hostname, "port": port, "root_page_id": home.pk}
    if not site.site_name:
        wanted["site_name"] = settings.WAGTAIL_SITE_NAME
    if any(getattr(site, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()
    _remove_welcome_page()
    return home


def site_address(base_url: str) -> tuple[str, int]:
    """Host name and port of an address, the port being the scheme's own where none is written."""
    parts = urlsplit(base_url)
    return parts.hostname or "localhost", parts.port or DEFAULT_PORTS.get(parts.scheme, 80)


def _new_home() -> HomePage:
    text = introductions()["home"]
    home = HomePage(
        title=text["title"],
        slug="portaal",
        introduction=text["introduction"],
        example_searches=text["example_searches"].strip(),
    )
    publish_below(Page.get_first_root_node(), home)
    return home


def _remove_welcome_page() -> None:
    """Remove the one page that Wagtail's own migrations make, and nothing else."""
    for page in Page.objects.filter(depth=2, numchild=0, title__startswith="Welcome to your new Wagtail"):
        if page.specific_class is Page and not page.sites_rooted_here.exists():
            page.delete()
