"""What can be chosen in the template, for one user: own regions, and the terms in force."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

from editorial.importing.columns import COLUMNS, Column, Holds
from practices.choices import Basis, Disclosure, Kind
from regions.models import RegionPage
from vocabulary.models import Term

#: Label, and what the code calls it: a slug, a value, or the key of a page.
Offer = dict[str, str]


class Offers:
    """The choices of every column, each read once."""

    def __init__(self, user: User | AnonymousUser) -> None:
        pages = addable_pages(user).select_related("region").order_by("title")
        self.regions: Offer = {str(page.region or page.title): str(page.pk) for page in pages}
        self.terms: dict[str, Offer] = {}
        for term in Term.objects.current().filter(merged_into=None).in_tree_order():
            self.terms.setdefault(term.vocabulary, {})[term.label] = term.slug

    def of(self, column: Column) -> Offer | None:
        """The choices of a column by their labels; None where one writes freely."""
        if column.holds == Holds.TERM and column.vocabulary:
            return self.terms.get(column.vocabulary, {})
        chosen: dict[Holds, Offer] = {
            Holds.REGION: self.regions,
            Holds.KIND: _labels(Kind),
            Holds.BASIS: _labels(Basis),
            Holds.DISCLOSURE: _labels(Disclosure),
        }
        return chosen.get(column.holds)

    def lists(self) -> dict[str, tuple[str, list[str]]]:
        """One list for each name of a column: its header and its labels."""
        found: dict[str, tuple[str, list[str]]] = {}
        for column in COLUMNS:
            if (offer := self.of(column)) is not None:
                found.setdefault(column.name, (str(column.header), list(offer)))
        return found


def addable_pages(user: User | AnonymousUser) -> QuerySet[RegionPage]:
    """The region pages below which a user may add contributions."""
    policy = PagePermissionPolicy()
    allowed = policy.instances_user_has_permission_for(user, "add")
    pages: QuerySet[RegionPage] = RegionPage.objects.filter(pk__in=allowed.values("pk"))
    return pages


def _labels(choices: type[Kind] | type[Basis] | type[Disclosure]) -> Offer:
    return {str(item.label): item.value for item in choices}
