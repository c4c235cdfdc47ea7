"""The list and forms of synonyms, with what a set does to visitors' searches."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from search.models import SynonymSet
from search.synonyms.preview import changes


class SynonymEditView(generic.EditView):
    """The form, and below it the searches that the set changes as it is saved now."""

    template_name = "search/admin/synonym_edit.html"

    def get_success_url(self) -> str:
        """Stay on the set, so that its effect is seen at once."""
        return str(self.get_edit_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the number of results of each search, without and with the set."""
        saved = SynonymSet.objects.get(pk=self.object.pk)
        context: dict[str, Any] = super().get_context_data(changes=changes(saved), **kwargs)
        return context


class SynonymCreateView(generic.CreateView):
    """The form of a new set."""

    def get_success_url(self) -> str:
        """To the set itself, where its effect is shown."""
        return str(self.get_edit_url())


class SynonymViewSet(ModelViewSet):
    """Synonyms in the admin: searchable, previewed, in force at once."""

    model = SynonymSet
    name = "synoniemen"
    menu_label = _("Synonyms")
    icon = "link"
    list_display = (
        Column("__str__", label=_("Words")),
        Column("note", label=_("Note")),
        BooleanColumn("is_active", label=_("In use")),
    )
    search_fields = ("words", "also_finds", "note")
    search_backend_name = None
    list_filter = ("is_active",)
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = False
    add_view_class = SynonymCreateView
    edit_view_class = SynonymEditView
    panels = (
        FieldPanel("words", widget=forms.Textarea(attrs={"rows": 6})),
        FieldPanel("also_finds", widget=forms.Textarea(attrs={"rows": 3})),
        FieldPanel("note"),
        FieldPanel("is_active"),
    )
