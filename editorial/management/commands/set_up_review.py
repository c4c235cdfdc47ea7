"""Make the workflows of reviewing. Safe to repeat; ``set_up_portal`` does this too."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Site

from editorial.review.setting_up import set_up_review


class Command(BaseCommand):
    """Alone it is for after an upgrade."""

    help = __doc__ or ""

    def handle(self, **options: Any) -> None:
        """Do all of it, or nothing."""
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None or site.root_page.depth < 2:
            raise CommandError("There is no site yet. Run: manage.py set_up_portal")
        with transaction.atomic():
            set_up_review(site.root_page)
        if options["verbosity"]:
            self.stdout.write("Review set up.")
