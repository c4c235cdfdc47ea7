"""A region with advisers, an editor, and a contribution on its way. All of it invented."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User

from accounts.roles import set_up_roles
from editorial.review.setting_up import let_region_look_first, set_up_review
from practices.models import ContributionPage, PracticePage
from regions.models import RegionPage
from tests import factories
from tests.accounts.people import person


@dataclass(frozen=True)
class Scene:
    """Two advisers of *noord*, one of *zuid*, a contributor of *noord*, an editor and an administrator."""

    north: RegionPage
    south: RegionPage
    adviser: User
    colleague: User
    southerner: User
    contributor: User
    editor: User

    def page(self, title: str = "Zelf roosteren", **fields: object) -> PracticePage:
        """A complete draft of the first adviser's."""
        values = {"parent": self.north, "owner": self.adviser, "publish": False, **fields}
        page: PracticePage = factories.contribution(title=title, **values)  # type: ignore[arg-type]
        page.save_revision(user=self.adviser)
        return page


def scene(region_first: bool = False) -> Scene:
    """As after set-up; ``region_first``: *noord* wants to look itself."""
    north, south = factories.region_page("noord"), factories.region_page("zuid")
    home = factories.home_page()
    set_up_roles(home)
    set_up_review(home)
    if region_first:
        let_region_look_first(north, True)
    return Scene(
        north,
        south,
        person("anna", "Regioadviseur noord"),
        person("bram", "Regioadviseur noord"),
        person("cor", "Regioadviseur zuid"),
        person("dina", "Organisatie-inzender noord"),
        person("els", "Redacteur"),
    )


def send_in(page: ContributionPage, user: User) -> ContributionPage:
    """As the button *send in* does."""
    page.get_workflow().start(page, user)
    return again(page)


def again(page: ContributionPage) -> ContributionPage:
    """The page as it is in the database now."""
    fresh: ContributionPage = ContributionPage.objects.get(pk=page.pk).specific
    return fresh
