"""A link made by hand does not tell whose protected attempt it is."""

from __future__ import annotations

import pytest

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
