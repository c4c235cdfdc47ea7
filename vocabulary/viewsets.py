"""The admin of the vocabularies: one list each, in one menu."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy

from succession.listing import SuccessionFilterSet, SuccessionIndexView, state_column, use_column
from succession.views import MergeView
from succession.viewsets import SuccessionViewSet
from vocabulary.forms import term_edit_handler
from vocabulary.models import PROXIES, Term
from vocabulary.vocabularies import TREES, Vocabulary


class FixedPolicy(ModelPermissionPolicy):
    """Labels and descriptions may change; terms do not come or go, for nobody."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """As the model's own permissions have it, but never to add or delete."""
        return action not in {"add", "delete"} and super().user_has_permission(user, action)


class TermIndexView(SuccessionIndexView):
    """The terms of one vocabulary, as one reads a tree."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """With the terms above them."""
        return super().get_base_queryset().select_related("parent")

    def order_queryset(self, queryset: Any) -> Any:
        """Children behind their parent, unless an editor sorts by a column."""
        return super().order_queryset(queryset) if self.is_explicitly_ordered else queryset.in_tree_order()


class TermMergeView(MergeView):
    """Choose among the terms of one vocabulary, each with the one above it."""

    def candidates(self) -> Any:
        """As one reads a tree."""
        return super().candidates().select_related("parent").in_tree_order()

    def describe(self, candidate: Term) -> str:
        """Two branches may have a term of the same name."""
        return f"{candidate.parent} – {candidate}" if candidate.parent else str(candidate)


class TermViewSet(SuccessionViewSet):
    """The list, forms and ways to an end of one vocabulary's terms."""

    index_view_class = TermIndexView
    merge_view_class = TermMergeView
    search_fields = ("label", "slug", "description")
    icon = "list-ul"
    add_to_reference_index = False

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        super().__init__(name=f"woordenlijst-{vocabulary}", model=PROXIES[vocabulary])

    @property
    def list_display(self) -> list[Any]:
        """The label first; where it stands only in a tree."""
        above = [Column("parent", label=_("Belongs under"), sort_key="parent__label")]
        return [
            "label",
            *(above if self.vocabulary in TREES else []),
            Column("slug", label=_("Slug"), sort_key="slug"),
            Column("order", label=_("Order"), sort_key="order"),
            use_column(),
            state_column(),
        ]

    @property
    def filterset_class(self) -> type[SuccessionFilterSet]:
        """By state, and in a tree by the term above."""
        fields: dict[str, Any] = {"Meta": type("Meta", (), {"model": self.model, "fields": []})}
        if self.vocabulary in TREES:
            tops = self.model.objects.filter(parent=None).order_by("order", "label")
            fields["parent"] = django_filters.ModelChoiceFilter(label=_("Belongs under"), queryset=tops)
        return type(f"{self.model.__name__}FilterSet", (SuccessionFilterSet,), fields)

    @property
    def edit_handler(self) -> Any:
        """The fields that this vocabulary has."""
        return term_edit_handler(self.vocabulary)


class VocabularyViewSetGroup(ModelViewSetGroup):
    """All vocabularies, in the order in which they are declared."""

    menu_label = _("Vocabularies")
    menu_icon = "list-ul"
    menu_order = 310
    items = tuple(TermViewSet(vocabulary) for vocabulary in Vocabulary)


class TermAddress(ModelAdminURLFinder):
    """Where a term is edited, for Wagtail's reports: in the menu of its vocabulary."""

    def construct_edit_url(self, instance: Term) -> str:
        """The edit page."""
        return reverse(f"woordenlijst-{instance.vocabulary}:edit", args=[instance.pk])
