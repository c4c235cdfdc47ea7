"""Make a working portal of an empty database: vocabularies, regions, pages, roles."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from accounts.roles import set_up_roles
from editorial.review.setting_up import set_up_review
from portal.setup.site import set_up_site
from portal.setup.tree import set_up_tree


class Command(BaseCommand):
    """Repeatable: adds what is missing, changes nothing that editors changed."""

    help = "Set up vocabularies, regions, the page tree and the roles. Safe to repeat."

    def handle(self, **options: Any) -> None:
        """Do all of it, or nothing."""
        verbosity = options["verbosity"]
        with transaction.atomic():
            call_command("load_vocabulary", verbosity=verbosity, stdout=self.stdout)
            call_command("load_regions", verbosity=verbosity, stdout=self.stdout)
            call_command("load_synonyms", verbosity=verbosity, stdout=self.stdout)
            home = set_up_site()
            made = set_up_tree(home)
            set_up_roles(home)
            set_up_review(home)
        if verbosity:
            self.stdout.write(f"Portal set up: {len(made)} pages made.")
