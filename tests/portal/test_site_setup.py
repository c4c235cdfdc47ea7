"""A new portal: complete after one run, unchanged by the next, and never against what editors did."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings
from pytest_django import DjangoDbBlocker
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Revision, Site, Workflow

from accounts.roles import set_up_roles
from failing_forward.models import FailingForwardPage
from portal.models import HomePage, StandardPage
from portal.setup.site import set_up_site, site_address
from portal.setup.texts import STANDARD_PAGES, introductions, standard_text
from portal.setup.tree import set_up_tree
from regions.models import Region, RegionIndexPage, RegionPage
from tests.demo.module_transaction import undone_afterwards
from themes.models import ThemeIndexPage, ThemePage
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def set_up(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A portal after one run."""
    with undone_afterwards(django_db_blocker):
        call_command("set_up_portal", verbosity=0, stdout=StringIO())
        yield


@pytest.fixture
def home(set_up: None, db: None) -> HomePage:
    page: HomePage = HomePage.objects.get()
    return page


def again(home: HomePage) -> list[Page]:
    """The set-up's own part of a second run."""
    made = set_up_tree(set_up_site())
    set_up_roles(home)
    return made


def test_the_whole_tree_is_there_and_live(home: HomePage) -> None:
    site = Site.objects.get()
    assert site.is_default_site
    assert site.root_page_id == home.pk
    assert home.url_path == "/portaal/"
    assert RegionIndexPage.objects.live().get().slug == "regio"
    assert RegionPage.objects.live().exclude(region=None).count() == 28
    assert RegionPage.objects.get(region=None).slug == "landelijk"
    assert ThemeIndexPage.objects.live().get().slug == "thema"
    assert ThemePage.objects.live().count() == 10
    assert FailingForwardPage.objects.live().get().slug == "falend-vooruit"
    assert tuple(StandardPage.objects.order_by("path").values_list("slug", flat=True)) == STANDARD_PAGES
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_slugs_and_titles_follow_regions_and_themes(home: HomePage) -> None:
    for page in RegionPage.objects.exclude(region=None).select_related("region"):
        assert (page.slug, page.title) == (page.region.slug, page.region.name)
        assert page.region.name.replace("&", "&amp;") in page.introduction
    for theme in ThemePage.objects.select_related("theme"):
        assert (theme.slug, theme.title) == (theme.theme.slug, theme.theme.label)
    order = list(
        Term.objects.of(Vocabulary.THEME).filter(parent=None).order_by("order").values_list("pk", flat=True)
    )
    assert [page.theme_id for page in ThemePage.objects.order_by("path")] == order


def test_every_page_has_first_words_and_a_history(home: HomePage) -> None:
    for page in Page.objects.filter(depth__gt=1).specific():
        assert page.introduction.strip(), page.title
        assert "{" not in page.introduction
        assert page.live_revision_id == page.latest_revision_id is not None
        page.full_clean()


def test_there_are_words_for_every_theme(home: HomePage) -> None:
    themes = Term.objects.of(Vocabulary.THEME).filter(parent=None).values_list("slug", flat=True)
    assert set(introductions()["theme"]) == set(themes)


@pytest.mark.parametrize("slug", STANDARD_PAGES)
def test_standard_texts_are_complete(slug: str) -> None:
    text = standard_text(slug)
    assert text.title
    assert len(text.introduction) <= 400
    assert len(text.sections) >= 3
    assert all(heading and body.startswith("<") for heading, body in text.sections)


def test_the_statements_are_honest() -> None:
    accessibility = str(standard_text("toegankelijkheid"))
    assert "onderzoek is nog niet gedaan" in accessibility
    assert "geen cookies" in str(standard_text("privacy"))


def test_a_second_run_makes_and_writes_nothing(home: HomePage) -> None:
    revisions = Revision.objects.count()
    with CaptureQueriesContext(connection) as queries:
        assert again(home) == []
    assert Revision.objects.count() == revisions
    assert [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []


def test_what_editors_changed_stays(home: HomePage) -> None:
    region = RegionPage.objects.get(slug="twente")
    region.title, region.slug, region.introduction = "Twente!", "twente-werkt", "<p>Eigen woorden</p>"
    region.save_revision().publish()
    home.introduction = "Eigen woorden"
    home.save_revision().publish()
    about = StandardPage.objects.get(slug="over")
    about.unpublish()
    assert again(home) == []
    assert RegionPage.objects.get(pk=region.pk).introduction == "<p>Eigen woorden</p>"
    assert HomePage.objects.get().introduction == "Eigen woorden"
    assert not StandardPage.objects.get(slug="over").live


def test_what_is_missing_comes_back_and_a_new_region_gets_its_page(home: HomePage) -> None:
    StandardPage.objects.get(slug="contact").delete()
    Region.objects.create(
        code="RA9999", slug="nieuwe-regio", name="Nieuwe & regio", abbreviation="NIE", tile_col=6, tile_row=7
    )
    assert sorted(page.slug for page in again(home)) == ["contact", "nieuwe-regio"]
    assert Group.objects.filter(name="Regioadviseur Nieuwe & regio").exists()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://localhost:8000", ("localhost", 8000)),
        ("https://praktijk.example.nl", ("praktijk.example.nl", 443)),
        ("http://praktijk.example.nl/", ("praktijk.example.nl", 80)),
    ],
)
def test_site_address(address: str, expected: tuple[str, int]) -> None:
    assert site_address(address) == expected


def test_the_site_follows_the_environment(home: HomePage) -> None:
    with override_settings(WAGTAILADMIN_BASE_URL="https://praktijk.example.nl"):
        set_up_site()
    site = Site.objects.get()
    assert (site.hostname, site.port) == ("praktijk.example.nl", 443)


def user_in(group: str) -> object:
    user = get_user_model().objects.create_user(username=group.lower().replace(" ", "-"))
    user.groups.add(Group.objects.get(name=group))
    return user


def test_editors_may_edit_everything(home: HomePage) -> None:
    editor = user_in("Redacteur")
    page = RegionPage.objects.get(slug="twente").permissions_for_user(editor)
    assert page.can_add_subpage()
    assert page.can_edit()
    assert page.can_publish()
    assert page.can_lock()
    for permission in Permission.objects.filter(
        content_type__app_label__in=["vocabulary", "regions", "taggit"]
    ):
        assert editor.has_perm(f"{permission.content_type.app_label}.{permission.codename}")  # type: ignore[attr-defined]


def test_advisers_add_and_change_in_their_own_region_only(home: HomePage) -> None:
    adviser = user_in("Regioadviseur Twente")
    own = RegionPage.objects.get(slug="twente").permissions_for_user(adviser)
    assert own.can_add_subpage()
    assert not own.can_publish()
    other = RegionPage.objects.get(slug="drenthe").permissions_for_user(adviser)
    assert not other.can_add_subpage()
    assert not other.can_edit()
    assert adviser.has_perm("wagtailadmin.access_admin")  # type: ignore[attr-defined]


def test_one_group_for_each_region_page_also_after_a_new_name(home: HomePage) -> None:
    assert Group.objects.filter(name__startswith="Regioadviseur").count() == 29
    Group.objects.filter(name="Regioadviseur Twente").update(name="Team Twente")
    again(home)
    on_page = Group.objects.filter(page_permissions__page__slug="twente").distinct()
    assert set(on_page.values_list("name", flat=True)) == {"Team Twente", "Organisatie-inzender Twente"}


def test_permissions_that_an_administrator_added_stay(home: HomePage) -> None:
    group = Group.objects.get(name="Regioadviseur Twente")
    GroupPagePermission.objects.create(
        group=group, page=RegionPage.objects.get(slug="twente"), permission_type="publish"
    )
    again(home)
    assert GroupPagePermission.objects.filter(group=group).count() == 3


def test_wagtails_own_roles_give_way_unless_used(home: HomePage) -> None:
    assert not Group.objects.filter(name__in=["Moderators", "Editors"]).exists()
    used = Group.objects.create(name="Editors")
    used.user_set.add(get_user_model().objects.create_user(username="iemand"))
    again(home)
    assert Group.objects.filter(name="Editors").exists()
    review = GroupApprovalTask.objects.get()
    assert review.name == "Beoordeling door de redactie"
    assert {flow.name for flow in Workflow.objects.all()} == {review.name, "Regio en redactie"}
    assert [group.name for group in review.groups.all()] == ["Redacteur"]
