"""Where writing is tied to Wagtail's admin and to the edit form of contributions."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.signals import page_published

from editorial.writing.accepting import forget_gone, open_findings
from editorial.writing.companion_views import CompanionView, decide
from editorial.writing.confirming import confirm
from editorial.writing.copying import begin_anew
from editorial.writing.restoring import RestoreNewView, RestoreView, logged_in
from editorial.writing.two_versions import TwoVersionsView, stop_overwriting
from editorial.writing.versions import PUT_ASIDE
from practices.models import ContributionPage

hooks.register("contribution_questions", open_findings)
hooks.register("before_edit_page", stop_overwriting)
hooks.register("after_edit_page", confirm)
hooks.register("after_create_page", confirm)
hooks.register("after_copy_page", begin_anew)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def register_writing_urls() -> list[URLPattern]:
    """The pages around the edit form."""
    return [
        path("schrijven/aangemeld/", logged_in, name="writing_logged_in"),
        path(
            "schrijven/nieuw/<slug:content_type_app_name>/<slug:content_type_model_name>"
            "/<int:parent_page_id>/terug/",
            RestoreNewView.as_view(),
            name="restore_new",
        ),
        path("schrijven/<int:page_id>/terug/", RestoreView.as_view(), name="restore_typed"),
        path("schrijven/<int:page_id>/meelezer/", CompanionView.as_view(), name="companion"),
        path("schrijven/<int:page_id>/meelezer/besluit/", decide, name="companion_decide"),
        path(
            "schrijven/<int:page_id>/twee-versies/<int:revision_id>/",
            TwoVersionsView.as_view(),
            name="two_versions",
        ),
    ]


@hooks.register("register_log_actions")  # type: ignore[untyped-decorator]
def register_put_aside(actions: LogActionRegistry) -> None:
    """The history says that a version was put beside a colleague's."""
    label = _("Version put aside: a colleague had saved first")
    actions.register_action(PUT_ASIDE, label, label)


def forget_accepted(sender: Any, instance: Any, **_kwargs: Any) -> None:
    """What was accepted in texts that are gone is forgotten when the new text is published."""
    if isinstance(instance, ContributionPage):
        forget_gone(instance)


page_published.connect(forget_accepted, dispatch_uid="forget accepted findings")
