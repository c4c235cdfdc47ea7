"""Every public page of a portal, as a line of address, status and fingerprint of its content."""

from __future__ import annotations

import hashlib
import sys

import django

django.setup()

from django.test import Client  # noqa: E402 - Django must be set up first
from wagtail.models import Page  # noqa: E402

client = Client(headers={"host": "localhost"})
pages = Page.objects.live().filter(depth__gt=1).specific().order_by("path")
searches = ("/zoeken/", "/zoeken/?q=voorbeeld", "/zoeken/?q=veranderd", "/sitemap.xml")
for address in [*filter(None, (page.get_url() for page in pages)), *searches]:
    response = client.get(address)
    fingerprint = hashlib.sha256(response.content).hexdigest()[:16]
    sys.stdout.write(f"{address} {response.status_code} {fingerprint}\n")
