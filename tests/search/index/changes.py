"""Every kind of change of what a document shows, each as a person or the portal itself makes it.

A change is a function of a ``World``: a small portal with something of everything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction, Site

from practices.choices import Disclosure
from practices.models import (
    AttemptPage,
    ExtraRegion,
    PracticePage,
    TermAssignment,
    ToolPage,
)
from practices.tagging import merge_tags, rename
from regions.models import EmployersOrganisation, Region
from succession.merging import merge
from tests.factories import contribution, home_page, region, region_page, term
from vocabulary.models import Term


@dataclass
class World:
    """What there is before a change."""

    practice: PracticePage
    attempt: AttemptPage
    tool: ToolPage
    draft: PracticePage
    child_term: Term
    organisation: EmployersOrganisation
    client: Client = field(default_factory=Client)

    def post(self, name: str, *args: Any, **data: Any) -> None:
        """An editor presses a button in the admin."""
        response = self.client.post(reverse(name, args=args), data)
        assert response.status_code == 302, (response.status_code, response.content[:3000])

    def in_bulk(self, action: str, pages: list[Page], **data: Any) -> None:
        """An editor chooses several pages in the explorer."""
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        query = "&".join(f"id={page.pk}" for page in pages)
        response = self.client.post(f"{address}?next=/beheer/&{query}", data)
        assert response.status_code == 302, (response.status_code, response.content[:3000])


def world() -> World:
    """Two regions of one organisation; a practice, an attempt and a tool, with terms and keywords."""
    organisation = EmployersOrganisation.objects.create(slug="samen", name="Samen Werken")
    for slug in ("eerste", "tweede"):
        region(slug, organisation=organisation)
    child = term("theme", "roosteren", parent=term("theme", "werkdruk"))
    return World(
        practice=contribution(
            title="Rustig rooster",
            parent=region_page("eerste"),
            terms=[child, term("sector", "vvt")],
            tags=("zelfroosteren", "teams"),
            extra_regions=(region("derde"),),
        ),
        attempt=contribution(AttemptPage, title="Flexpool zonder mensen", parent=region_page("eerste")),
        tool=contribution(ToolPage, title="Rekenblad", parent=region_page("tweede"), tags=("teams",)),
        draft=contribution(title="Nog niet af", parent=region_page("eerste"), publish=False),
        child_term=child,
        organisation=organisation,
    )


def admin(of: World) -> World:
    """Somebody who may do everything is logged in."""
    user = User.objects.create_superuser("beheerder", "beheerder@example.org", "geheim")
    of.client.force_login(user)
    return of


def fresh(page: Page) -> Any:
    """The page as it is in the database."""
    return type(page).objects.get(pk=page.pk)


def change(page: Page, **values: Any) -> None:
    """An editor changes fields and publishes."""
    page = fresh(page)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


CHANGES: dict[str, Callable[[World], Any]] = {}


def kind(function: Callable[[World], Any]) -> Callable[[World], Any]:
    """Add a kind of change to the walk."""
    CHANGES[function.__name__] = function
    return function


@kind
def publish(w: World) -> None:
    fresh(w.draft).save_revision().publish()


@kind
def publish_changes(w: World) -> None:
    change(w.practice, title="Onrustig rooster", summary="Anders dan het was.")


@kind
def unpublish(w: World) -> None:
    fresh(w.practice).unpublish()


@kind
def unpublish_as_a_bare_page(w: World) -> None:
    Page.objects.get(pk=w.practice.pk).unpublish()


@kind
def save_as_a_bare_page(w: World) -> None:
    page = Page.objects.get(pk=w.practice.pk)
    page.title = "Kaal"
    page.save()


@kind
def delete(w: World) -> None:
    fresh(w.practice).delete()


@kind
def delete_with_all_below(w: World) -> None:
    region_page("eerste").delete()


@kind
def delete_by_query(w: World) -> None:
    Page.objects.filter(pk__in=[w.practice.pk, w.tool.pk]).delete()


@kind
def move(w: World) -> None:
    fresh(w.practice).move(region_page("tweede"), pos="last-child")


@kind
def move_with_all_below(w: World) -> None:
    region_page("eerste").move(home_page(), pos="last-child")


@kind
def reorder(w: World) -> None:
    fresh(w.attempt).move(fresh(w.practice), pos="left")


@kind
def slug(w: World) -> None:
    change(w.practice, slug="een-ander-adres")


@kind
def slug_above(w: World) -> None:
    change(region_page("eerste"), slug="elders")


@kind
def slug_of_the_home_page_saved_without_revision(w: World) -> None:
    home = home_page()
    home.slug = "voordeur"
    home.save()


@kind
def another_root_of_the_site(w: World) -> None:
    site = Site.objects.get(is_default_site=True)
    site.root_page = home_page().get_children().first()
    site.save()


@kind
def a_second_site(w: World) -> None:
    Site.objects.create(hostname="tweede.example.org", root_page=home_page())


@kind
def region_page_of_another_region(w: World) -> None:
    page = region_page("eerste")
    page.region = region("vierde")
    page.save()


@kind
def restriction_on_the_page(w: World) -> None:
    PageViewRestriction.objects.create(page=w.practice, restriction_type="login")


@kind
def restriction_above(w: World) -> None:
    PageViewRestriction.objects.create(page=region_page("eerste"), restriction_type="login")


@kind
def restriction_lifted(w: World) -> None:
    PageViewRestriction.objects.create(page=region_page("eerste"), restriction_type="login")
    PageViewRestriction.objects.get().delete()


@kind
def restriction_in_the_admin(w: World) -> None:
    address = reverse("wagtailadmin_pages:set_privacy", args=[region_page("eerste").pk])
    assert admin(w).client.post(address, {"restriction_type": "login"}).status_code == 200
    assert PageViewRestriction.objects.count() == 1


@kind
def term_renamed(w: World) -> None:
    w.child_term.label = "Werktijden"
    w.child_term.save()


@kind
def parent_of_a_term_renamed(w: World) -> None:
    parent = Term.objects.get(slug="werkdruk")
    parent.label, parent.order = "Drukte", 90
    parent.save()


@kind
def term_under_another_parent(w: World) -> None:
    w.child_term.parent = term("theme", "planning")
    w.child_term.save()


@kind
def term_retired(w: World) -> None:
    w.child_term.retire()


@kind
def term_merged(w: World) -> None:
    merge(w.child_term, term("theme", "planning"))


@kind
def parent_of_a_term_merged(w: World) -> None:
    merge(Term.objects.get(slug="werkdruk"), term("theme", "planning"))


@kind
def successor_of_a_term_renamed(w: World) -> None:
    successor = term("theme", "planning")
    merge(w.child_term, successor)
    successor.label = "Plannen"
    successor.save()


@kind
def term_given(w: World) -> None:
    TermAssignment.objects.create(page=w.tool, term=w.child_term)


@kind
def term_taken(w: World) -> None:
    TermAssignment.objects.filter(page=w.practice, term=w.child_term).delete()


@kind
def terms_changed_by_publishing(w: World) -> None:
    page = fresh(w.practice)
    page.set_terms([term("theme", "planning"), term("setting", "thuis")])
    page.save_revision().publish()


@kind
def region_renamed(w: World) -> None:
    Region.objects.get(slug="eerste").save()
    first = Region.objects.get(slug="derde")
    first.name = "De Derde"
    first.save()


@kind
def region_merged(w: World) -> None:
    merge(region("eerste"), region("tweede"))


@kind
def extra_region_merged(w: World) -> None:
    merge(region("derde"), region("vierde"))


@kind
def region_of_another_organisation(w: World) -> None:
    first = region("eerste")
    first.organisation = EmployersOrganisation.objects.create(slug="apart", name="Apart")
    first.save()


@kind
def extra_region_given_and_taken(w: World) -> None:
    ExtraRegion.objects.create(page=w.tool, region=region("derde"))
    ExtraRegion.objects.filter(page=w.practice).delete()


@kind
def organisation_renamed(w: World) -> None:
    w.organisation.name = "Samen Sterk"
    w.organisation.save()


@kind
def organisation_merged(w: World) -> None:
    merge(w.organisation, EmployersOrganisation.objects.create(slug="groot", name="Groot"))


@kind
def tag_added_and_removed(w: World) -> None:
    page = fresh(w.practice)
    page.tags.add("nieuw")
    page.tags.remove("teams")
    page.save()


@kind
def tag_renamed(w: World) -> None:
    rename(Tag.objects.get(name="teams"), "Ploegen")


@kind
def tag_merged(w: World) -> None:
    merge_tags(Tag.objects.get(name="zelfroosteren"), Tag.objects.get(name="teams"))


@kind
def tag_deleted(w: World) -> None:
    Tag.objects.get(name="teams").delete()


@kind
def less_disclosed(w: World) -> None:
    change(w.attempt, disclosure=Disclosure.ANONYMOUS)


@kind
def part_changed_by_itself(w: World) -> None:
    organisation = w.practice.organisations.get()
    organisation.name = "Stichting Anders"
    organisation.save()
    fresh(w.tool).organisations.first().delete()
