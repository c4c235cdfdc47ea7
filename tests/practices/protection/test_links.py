"""No link tells whose protected attempt it is."""

from __future__ import annotations

import pytest
from wagtail.rich_text import expand_db_html

from practices.choices import Disclosure
from practices.disclosure import disclose
from practices.models import AttemptPage, ContributionLink
from practices.related import linked_keys
from tests.factories import contribution

pytestmark = pytest.mark.django_db


def test_what_the_same_organisation_tells_is_not_linked_with_its_protected_attempt() -> None:
    attempt = contribution(
        AttemptPage, disclosure=Disclosure.ANONYMOUS, organisations=("Voorbeeldzorg Kwikstaart",)
    )
    own = contribution(organisations=("Voorbeeldzorg  kwikstaart",))
    other = contribution(organisations=("Zorggroep Grasmus",))
    for page in (own, other):
        ContributionLink.objects.create(page=attempt, related=page)
    assert linked_keys(disclose(attempt)) == (other.pk,)
    assert linked_keys(disclose(own)) == ()
    assert linked_keys(disclose(other)) == (attempt.pk,)
    AttemptPage.objects.filter(pk=attempt.pk).update(disclosure=Disclosure.NAMED)
    assert linked_keys(disclose(own)) == (attempt.pk,)


def test_a_link_in_a_text_does_not_follow_an_attempt_to_its_protected_address() -> None:
    attempt = contribution(AttemptPage, title="Een open poging")
    text = f'<p>Eerst <a linktype="page" id="{attempt.pk}">liep het vast</a>.</p>'
    assert f'<a href="{attempt.get_url()}">liep het vast</a>' in expand_db_html(text)
    attempt.disclosure = Disclosure.SECTOR_AND_REGION
    attempt.save_revision().publish()
    assert expand_db_html(text) == "<p>Eerst <a>liep het vast</a>.</p>"


def test_a_link_in_a_text_to_what_is_no_longer_public_is_left_out() -> None:
    practice = contribution()
    practice.unpublish()
    assert expand_db_html(f'<a linktype="page" id="{practice.pk}">dit</a>') == "<a>dit</a>"
