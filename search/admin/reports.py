"""Why something is found, and what is searched in vain."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from search.explaining import Explanation, explain
from search.finding import document_named
from search.labels import label_book
from search.language import analyse_query
from search.models import LoggedQuery
from search.params import MAX_QUERY_LENGTH, clean_text
from search.querylog.reading import queries_without_results
from search.synonyms.tables import editorial

#: Rows of the report: who reads further than this has other work to do.
ROWS = 200


class EditorsView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """A page for whoever may see the counts of questions."""

    permission_policy = ModelPermissionPolicy(LoggedQuery)
    permission_required = "view"

    def get(self, request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """The page."""
        return self.render_to_response(self.get_context_data())


class WhyFoundView(EditorsView):
    """A question and a contribution, and which words met."""

    page_title = _("Why is this found?")
    header_icon = "help"
    template_name = "search/admin/why_found.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the explanation, when both are filled in and the contribution exists."""
        query = clean_text(self.request.GET.get("q", ""))[:MAX_QUERY_LENGTH]
        name = clean_text(self.request.GET.get("bijdrage", "")).strip("/").split("/")[-1]
        explanation = explained(query, name) if query and name else None
        context: dict[str, Any] = super().get_context_data(
            query=query, name=name, explanation=explanation, asked=bool(query and name), **kwargs
        )
        return context


class InVainView(EditorsView):
    """Questions that found nothing, the most frequent first."""

    page_title = _("Searches without results")
    header_icon = "warning"
    template_name = "search/admin/in_vain.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the rows."""
        rows = queries_without_results()[:ROWS]
        context: dict[str, Any] = super().get_context_data(rows=rows, **kwargs)
        return context


class WhyFoundViewSet(ViewSet):
    """The page's address and place in the menu."""

    name = "waarom-gevonden"
    menu_label = _("Why is this found?")
    icon = "help"

    def get_urlpatterns(self) -> list[URLPattern]:
        """One page."""
        return [path("", self.construct_view(WhyFoundView), name="index")]


class InVainViewSet(ViewSet):
    """The report's address and place in the menu."""

    name = "zonder-resultaat"
    menu_label = _("Searches without results")
    icon = "warning"

    def get_urlpatterns(self) -> list[URLPattern]:
        """One page."""
        return [path("", self.construct_view(InVainView), name="index")]


def explained(query: str, name: str) -> Explanation | None:
    """The explanation with the synonyms in force; None when the index has no such contribution."""
    document = document_named(name)
    if document is None:
        return None
    return explain(analyse_query(query, editorial(label_book().stamp).synonyms), document)
