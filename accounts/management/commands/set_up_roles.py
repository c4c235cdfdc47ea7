"""Make the groups of the roles, and give them what they lack. Safe to repeat."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Site

from accounts.models import RegionTeam
from accounts.roles import set_up_roles


class Command(BaseCommand):
    """``set_up_portal`` does this too; alone it is for after an upgrade or a new region."""

    help = __doc__ or ""

    def handle(self, **options: Any) -> None:
        """Do all of it, or nothing."""
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None or site.root_page.depth < 2:
            raise CommandError("There is no site yet. Run: manage.py set_up_portal")
        with transaction.atomic():
            set_up_roles(site.root_page)
        if options["verbosity"]:
            self.stdout.write(f"Roles set up: {RegionTeam.objects.count()} teams of regions.")
