"""The mails about a review. What happened is known from Wagtail's signals, in the same transaction."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from editorial.letters import Kind, Letter, Quote, send
from editorial.letters.sending import site_address
from editorial.models import Refusal
from editorial.review.asked import field_comments
from editorial.review.naming import name_of
from editorial.review.people import reviewers
from practices.models import ContributionPage


def tell_reviewers(instance: TaskState, user: User | None = None, **_kwargs: Any) -> None:
    """A contribution came to a step: those who decide there hear of it."""
    page = contribution_of(instance.workflow_state)
    if page is None:
        return
    sender = instance.workflow_state.requested_by
    letter = Letter(
        kind=Kind.RECEIVED,
        subject=_("To review: %(title)s") % {"title": page.title},
        paragraphs=(
            _("%(name)s sent in “%(title)s” for review.") % {"name": name_of(sender), "title": page.title},
        ),
        button=(_("Review it"), review_address(page)),
    )
    send(letter, reviewers(instance), actor=user or sender)


def ask_changes(instance: WorkflowState, user: User | None = None, **_kwargs: Any) -> None:
    """A reviewer asks for changes: whoever sent it in reads which, also those beside a field."""
    page = contribution_of(instance)
    if page is None:
        return
    asked = instance.current_task_state.comment
    quotes = [Quote(asked)] if asked else []
    quotes += [Quote(comment.text, comment.field) for comment in field_comments(page)]
    letter = Letter(
        kind=Kind.CHANGES_ASKED,
        subject=_("Please change: %(title)s") % {"title": page.title},
        paragraphs=(
            _("%(name)s read “%(title)s” and asks you to change something. Then send it in again.")
            % {"name": name_of(user), "title": page.title},
        ),
        quotes=tuple(quotes),
        button=(_("To your contribution"), edit_address(page)),
    )
    send(letter, submitters(instance, page), actor=user)


def tell_published(instance: WorkflowState, user: User | None = None, **_kwargs: Any) -> None:
    """The last step is taken: it is on the portal, or will be on the day that was set."""
    page = contribution_of(instance)
    if page is None:
        return
    revision = page.scheduled_revision
    if revision is not None and revision.approved_go_live_at > timezone.now():
        day = date_format(timezone.localtime(revision.approved_go_live_at), "j F Y")
        subject = _("Approved: %(title)s") % {"title": page.title}
        told = _("Your contribution “%(title)s” was approved. It is on the portal from %(day)s.")
        button = (_("To your contribution"), progress_address(page))
    else:
        day = ""
        subject = _("Published: %(title)s") % {"title": page.title}
        told = _("Your contribution “%(title)s” is on the portal. Thank you for sharing it.")
        button = (_("See it on the portal"), page.full_url or progress_address(page))
    letter = Letter(
        kind=Kind.PUBLISHED,
        subject=subject,
        paragraphs=(told % {"title": page.title, "day": day},),
        button=button,
    )
    send(letter, submitters(instance, page), actor=user)


def tell_declined(refusal: Refusal, page: ContributionPage) -> None:
    """It does not come on the portal, and this is why."""
    letter = Letter(
        kind=Kind.DECLINED,
        subject=_("Not on the portal: %(title)s") % {"title": page.title},
        paragraphs=(
            _("%(name)s decided that “%(title)s” does not come on the portal. The reason:")
            % {"name": name_of(refusal.refused_by), "title": page.title},
        ),
        quotes=(Quote(refusal.reason),),
        button=(_("Your text is kept as a draft"), progress_address(page)),
    )
    send(letter, submitters(refusal.workflow_state, page), actor=refusal.refused_by)


def remind(task_state: TaskState, days: int) -> int:
    """Tell the reviewers of a step that it waits; how many mails."""
    page = contribution_of(task_state.workflow_state)
    if page is None:
        return 0
    letter = Letter(
        kind=Kind.WAITING,
        subject=_("Still waiting: %(title)s") % {"title": page.title},
        paragraphs=(
            _("“%(title)s” has waited %(days)s working days for your review. Somebody counts on an answer.")
            % {"title": page.title, "days": days},
        ),
        button=(_("Review it"), review_address(page)),
    )
    return send(letter, reviewers(task_state))


def submitters(state: WorkflowState, page: Page) -> list[User | None]:
    """Who hears what became of it: whoever sent it in, and whoever looks after it."""
    return [state.requested_by, page.owner]


def contribution_of(state: WorkflowState) -> ContributionPage | None:
    """The contribution under review as it was last saved; None for any other kind of page."""
    content = state.content_object
    found = content.specific if isinstance(content, Page) else None
    return found.get_latest_revision_as_object() if isinstance(found, ContributionPage) else None


def review_address(page: Page) -> str:
    """Where it is reviewed."""
    return site_address(reverse("review", args=[page.pk]))


def progress_address(page: Page) -> str:
    """Where one sees how it stands."""
    return site_address(reverse("review_progress", args=[page.pk]))


def edit_address(page: Page) -> str:
    """Where it is written."""
    return site_address(reverse("wagtailadmin_pages:edit", args=[page.pk]))
