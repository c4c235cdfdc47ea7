"""What a protected attempt has in common with one open page: whoever sees both knows whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex

from assets.models import PortalImage
from practices.choices import Disclosure
from practices.models import AttemptPage, ContributionTag, Organisation
from regions.names import fold


def shared_with_open_pages(page: AttemptPage) -> Iterator[tuple[str, str]]:
    """The form field and a sentence that says what to do, for each picture and keyword that leads further."""
    for image in pictures(page):
        for title in _open_pages_with(image, page)[:1]:
            message = _("The image “%(image)s” also stands on the page “%(page)s”. Choose another one here.")
            yield "approach", message % {"image": image.title, "page": title}
    for keyword in _own_keywords(page):
        message = _(
            "The keyword “%(keyword)s” is used only by this organisation, with its name. Choose another one."
        )
        yield "tags", message % {"keyword": keyword}


def pictures(page: AttemptPage) -> list[PortalImage]:
    """The images in the story, each once."""
    images = (block.value for block in page.approach if block.block_type == "image" and block.value)
    return list({image.pk: image for image in images}.values())


def _open_pages_with(image: PortalImage, page: AttemptPage) -> list[str]:
    references = ReferenceIndex.get_references_to(image)
    of_pages = references.filter(base_content_type=ContentType.objects.get_for_model(Page))
    keys = {int(key) for key in of_pages.values_list("object_id", flat=True)} - {page.pk}
    return list(Page.objects.live().public().filter(pk__in=keys).values_list("title", flat=True))


def _own_keywords(page: AttemptPage) -> Iterator[str]:
    """Keywords that open contributions share with it, all of them of its own organisation."""
    own = {fold(organisation.name) for organisation in page.organisations.all()}
    protected = AttemptPage.objects.exclude(disclosure=Disclosure.NAMED)
    for tag in page.tags.all():
        uses = ContributionTag.objects.filter(tag=tag, content_object__live=True)
        keys = set(uses.exclude(content_object__in=protected).values_list("content_object", flat=True))
        named = Organisation.objects.filter(page__in=keys - {page.pk}).values_list("page", "name")
        of_own = {key for key, name in named if fold(name) in own}
        if of_own and of_own == keys - {page.pk}:
            yield tag.name
