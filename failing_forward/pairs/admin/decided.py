"""Decided pairs in the admin: a list, and another decision on the same pair."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from failing_forward.models import Pair, PairState
from failing_forward.pairs.risks import risks


class PairPolicy(ModelPermissionPolicy):  # type: ignore[misc, unused-ignore]
    """Pairs come from proposals; here they are decided on again, or forgotten."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """As the model's own permissions have it, but never to add by hand."""
        return action != "add" and bool(super().user_has_permission(user, action))


class PairForm(WagtailAdminModelForm):  # type: ignore[misc, unused-ignore]
    """Another decision on the same pair, at the level that the attempt has now."""

    class Meta:
        model = Pair
        fields = ("state",)

    def clean(self) -> Any:
        """What may be given away is said, and stops it here: it is decided on the proposals."""
        data = super().clean()
        pair = self.instance
        if data.get("state") == PairState.CONFIRMED and risks(pair.attempt, pair.practice):
            self.add_error(
                "state",
                _("This pair may tell whose attempt it is. Remove it, then decide at the proposals."),
            )
        return data

    def save(self, commit: bool = True) -> Pair:
        """With who decided, and at which level."""
        self.instance.level = self.instance.attempt.disclosure
        self.instance.decided_by = self.for_user
        saved: Pair = super().save(commit)
        return saved


class PairFilterSet(WagtailFilterSet):  # type: ignore[misc, unused-ignore]
    """By decision."""

    state = django_filters.ChoiceFilter(label=gettext_lazy("Decision"), choices=PairState.choices)

    class Meta:
        model = Pair
        fields = ("state",)


class PairIndexView(generic.IndexView):  # type: ignore[misc, unused-ignore]
    """The newest decision on top."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """With both pages, in one query."""
        queryset: QuerySet[Any] = (
            super().get_base_queryset().select_related("attempt", "practice", "decided_by")
        )
        return queryset


def _decision(pair: Pair) -> str:
    if pair.state == PairState.CONFIRMED and pair.level != pair.attempt.disclosure:
        return _("Look again: the protection changed")
    return str(PairState(pair.state).label)


class PairViewSet(ModelViewSet):  # type: ignore[misc, unused-ignore]
    """The decisions so far."""

    model = Pair
    name = "paren"
    menu_label = gettext_lazy("Decided pairs")
    icon = "tick"
    copy_view_enabled = False
    search_backend_name = None
    search_fields = ("attempt__title", "practice__title")
    index_view_class = PairIndexView
    filterset_class = PairFilterSet
    ordering = ("-decided_at",)
    list_per_page = 50
    list_display = (
        Column("attempt", label=gettext_lazy("Attempt"), sort_key="attempt__title"),
        Column("practice", label=gettext_lazy("Practice"), sort_key="practice__title"),
        StatusTagColumn(
            "state",
            label=gettext_lazy("Decision"),
            accessor=_decision,
            primary=lambda pair: pair.state == PairState.CONFIRMED,
            sort_key="state",
        ),
        Column("decided_by", label=gettext_lazy("Decided by")),
        DateColumn("decided_at", label=gettext_lazy("Decided on"), sort_key="decided_at"),
    )
    edit_handler = ObjectList(
        [FieldPanel("attempt", read_only=True), FieldPanel("practice", read_only=True), FieldPanel("state")],
        base_form_class=PairForm,
    )
