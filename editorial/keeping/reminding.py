"""The mails that ask whether contributions are still true: one to a person, whatever has to be checked."""

from __future__ import annotations

from collections import defaultdict

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.keeping.keepers import people_to_ask
from editorial.letters import Kind, Letter, send
from editorial.letters.sending import site_address
from practices.keeping.checking import reminders
from practices.models import ContributionPage

#: Contributions in one run; the next run takes those that are left.
AT_MOST = 500
#: Titles in one mail; the dashboard has them all.
NAMED = 10


def remind_keepers() -> str:
    """Ask, once for each reminder that has come; that it was asked is kept in the same transaction."""
    today = timezone.localdate()
    sent = 0
    with transaction.atomic():
        asked: dict[User, list[ContributionPage]] = defaultdict(list)
        due = ContributionPage.objects.live().filter(remind_on__lte=today).order_by("check_due", "pk")
        for page in due.select_for_update(of=("self",)).select_related("owner")[:AT_MOST]:
            for person in people_to_ask(page):
                asked[person].append(page)
            later = (day for day in reminders(page.check_due or today) if day > today)
            ContributionPage.objects.filter(pk=page.pk).update(remind_on=next(later, None))
        for person, pages in asked.items():
            sent += send(_letter(pages), [person])
    return f"{sent} asked"


def _letter(pages: list[ContributionPage]) -> Letter:
    """Which contributions, and the one place to say that they are still true."""
    first = pages[0]
    if len(pages) == 1:
        return Letter(
            kind=Kind.CHECK_AGAIN,
            subject=_("Is this still true? %(title)s") % {"title": first.title},
            paragraphs=(_about(first), _how()),
            button=(_("Look, and say so"), site_address(reverse("keeping", args=[first.pk]))),
        )
    return Letter(
        kind=Kind.CHECK_AGAIN,
        subject=ngettext("%(number)s contribution to check", "%(number)s contributions to check", len(pages))
        % {"number": len(pages)},
        paragraphs=(_how(), *map(_about, pages[:NAMED])),
        button=(_("To your list"), site_address(reverse("wagtailadmin_home"))),
    )


def _about(page: ContributionPage) -> str:
    day = date_format(page.check_due, "j F Y") if page.check_due else ""
    return _("“%(title)s”: to be checked before %(day)s.") % {"title": page.title, "day": day}


def _how() -> str:
    return _(
        "Read it once more. Is it still true? Then say so with one button. Otherwise change it, or tell the "
        "editors. After that day visitors see that nobody checked it any more."
    )
