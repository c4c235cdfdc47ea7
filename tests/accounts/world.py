"""Two regions, each with a draft, a live page and files; and a page of the editors. All of it invented."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from accounts.models import RegionTeam
from accounts.roles import set_up_roles
from portal.models import StandardPage
from practices.choices import Disclosure
from practices.models import AttemptPage, PracticePage
from regions.models import RegionPage
from tests import factories
from tests.accounts.people import person

#: A word that occurs only in what others must not see.
SECRET = "geheimpje"
#: A word to look for it with.
BAIT = "konijnenhol"


@dataclass(frozen=True)
class World:
    """What there is, and one person with a role in *noord*."""

    user: User
    north: RegionPage
    south: RegionPage
    own: PracticePage
    colleague: PracticePage
    other: PracticePage
    other_live: PracticePage
    protected: AttemptPage
    editors: StandardPage
    image_pk: int
    document_pk: int


def world(role: str) -> World:
    """A world seen by somebody with this role: Regioadviseur noord, Redacteur and so on."""
    north, south = factories.region_page("noord"), factories.region_page("zuid")
    home = factories.home_page()
    set_up_roles(home)
    user, someone = person("noor", role), person("sam", "Regioadviseur zuid")
    editors = StandardPage(title=f"Redactie {BAIT} {SECRET}", slug="redactie", owner=someone, live=False)
    home.add_child(instance=editors)
    editors.save_revision(user=someone)
    team = RegionTeam.objects.get(page=south)
    image = get_image_model().objects.create(
        title=f"Beeld {BAIT} {SECRET}", file=_picture(), collection=team.collection, uploaded_by_user=someone
    )
    document = get_document_model().objects.create(
        title=f"Stuk {BAIT} {SECRET}", file=ContentFile(b"tekst", f"{SECRET}.txt"), collection=team.collection
    )
    live = draft(south, "Openbaar", someone, publish=True)
    live.title = f"Nieuw opschrift {BAIT} {SECRET}"
    live.save_revision(user=someone)
    protected = factories.contribution(
        AttemptPage, title=f"Beschermd {BAIT} {SECRET}", parent=south, disclosure=Disclosure.ANONYMOUS
    )
    return World(
        user,
        north,
        south,
        draft(north, "Mijn concept", user),
        draft(north, "Concept van een collega", someone),
        draft(south, f"Zuid {BAIT} {SECRET}", someone),
        live,
        protected,
        editors,
        image.pk,
        document.pk,
    )


def draft(parent: Page, title: str, owner: User, publish: bool = False) -> PracticePage:
    """A practice with two revisions."""
    page: PracticePage = factories.contribution(title=title, parent=parent, owner=owner, publish=publish)
    page.save_revision(user=owner)
    page.save_revision(user=owner)
    return page


def _picture() -> ImageFile:
    file = BytesIO()
    Image.new("RGB", (8, 8), "white").save(file, "PNG")
    return ImageFile(file, name="beeld.png")
