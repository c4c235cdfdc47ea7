"""A section to visit: its front, the patterns with their words, editors and advisers."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.test import Client, TestCase
from wagtail.models import Page

from failing_forward.loading import load_patterns
from failing_forward.models import FailingForwardPage
from practices.models import AttemptPage
from tests.factories import contribution, home_page
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

_numbers = itertools.count(1)


@pytest.fixture
def section(index: Path) -> FailingForwardPage:
    """The front, with all vocabularies and the words on patterns."""
    call_command("load_vocabulary", verbosity=0)
    load_patterns()
    found: Page = home_page().add_child(
        instance=FailingForwardPage(title="Falend Vooruit", slug="falend-vooruit", show_in_menus=True)
    )
    assert isinstance(found, FailingForwardPage)
    return found


@pytest.fixture
def editor(client: Client) -> User:
    """Somebody who keeps patterns and pairs, logged in."""
    user = User.objects.create_superuser("redactie", "redactie@voorbeeld.nl", "geheim")
    client.force_login(user)
    return user


@pytest.fixture
def onlooker() -> User:
    """Somebody who may enter the admin and nothing else."""
    user = User.objects.create_user("kijker", "kijker@voorbeeld.nl", "geheim")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def published(make: Callable[..., Any] = contribution, *args: Any, **fields: Any) -> Any:
    """A contribution that is in the index when this returns."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return make(*args, **fields)


def attempt(**fields: Any) -> AttemptPage:
    """A published attempt, in the index. ``causes``, ``themes``, ``sectors`` and ``moment`` are slugs."""
    terms = [
        *_terms(Vocabulary.FAILURE_CAUSE, fields.pop("causes", ("geen-draagvlak",))),
        *_terms(Vocabulary.THEME, fields.pop("themes", ("technologie",))),
        *_terms(Vocabulary.SECTOR, fields.pop("sectors", ())),
        *_terms(Vocabulary.FAILURE_MOMENT, (fields.pop("moment", "start"),)),
    ]
    defaults = {"title": f"Poging {next(_numbers)}", "summary": "Een verzonnen poging voor een test."}
    page: AttemptPage = published(contribution, AttemptPage, terms=terms, **{**defaults, **fields})
    return page


def _terms(vocabulary: Vocabulary, slugs: tuple[str, ...]) -> list[Term]:
    return list(Term.objects.of(vocabulary).filter(slug__in=slugs))
