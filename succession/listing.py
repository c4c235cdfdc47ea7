"""How lists in the admin show where a thing is in its life."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import NumberColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from succession.models import State, Succeedable
from succession.usage import with_use_count


class SuccessionFilterSet(WagtailFilterSet):
    """Narrow a list to what is in force, retired, merged or still to come."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=State.choices, method="filter_state"
    )

    def filter_state(self, queryset: Any, _name: str, value: str) -> Any:
        """Only those in one state."""
        return queryset.in_state(value)


def state_label(thing: Succeedable) -> str:
    """The state in words; of a merged thing also where it went on."""
    if thing.merged_into:
        return _("Merged into %(target)s") % {"target": thing.merged_into}
    return str(thing.state.label)


def state_column() -> StatusTagColumn:
    """The state, with weight for what is in force."""
    return StatusTagColumn(
        "state", label=gettext_lazy("State"), accessor=state_label, primary=lambda thing: thing.is_current()
    )


def use_column() -> NumberColumn:
    """How many contributions have it."""
    return NumberColumn("use_count", label=gettext_lazy("Contributions"), sort_key="use_count")


class SuccessionIndexView(generic.IndexView):
    """A list with states, counts of use and the ways to end a thing: a fixed number of queries."""

    merge_url_name = retire_url_name = reinstate_url_name = ""

    def get_base_queryset(self) -> QuerySet[Any]:
        """Every row with its count of use and its successor."""
        return with_use_count(super().get_base_queryset().select_related("merged_into"))

    def get_list_more_buttons(self, instance: Succeedable) -> list[Any]:
        """Wagtail's own buttons, and those that end or reinstate this one."""
        buttons: list[Any] = super().get_list_more_buttons(instance)
        if self.user_has_permission("change"):
            buttons += succession_buttons(self, instance)
        return buttons


def succession_buttons(view: Any, thing: Succeedable) -> list[Button]:
    """What may be done with a thing in its present state. ``view`` knows the names of the addresses."""
    if thing.why_it_stays() or thing.state == State.MERGED:
        return []
    merge = Button(
        _("Merge with…"), url=reverse(view.merge_url_name, args=[thing.pk]), icon_name="resubmit", priority=40
    )
    if thing.state == State.RETIRED:
        name, label, icon = view.reinstate_url_name, _("Put back in force"), "undo"
    else:
        name, label, icon = view.retire_url_name, _("Retire"), "lock"
    return [merge, Button(label, url=reverse(name, args=[thing.pk]), icon_name=icon, priority=50)]
