"""The list of keywords in the admin, for the editors who tidy them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from taggit.models import Tag
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies import ModelPermissionPolicy

from practices.tagging import check_name, merge_tags, rename
from succession.listing import use_column
from succession.usage import with_use_count
from succession.views import GuardedDeleteView, MergeView


class TidyingPolicy(ModelPermissionPolicy):
    """Keywords come from contributions; here they are only renamed, merged and deleted."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """As the model's own permissions have it, but never to add."""
        return action != "add" and super().user_has_permission(user, action)


class TagForm(WagtailAdminModelForm):
    """A keyword's name."""

    name = forms.CharField(
        label=gettext_lazy("Keyword"),
        max_length=100,
        help_text=gettext_lazy("What visitors read. Links to this keyword stay as they are."),
    )

    class Meta:
        model = Tag
        fields = ("name",)

    def clean_name(self) -> str:
        """A name that no other keyword has."""
        name = " ".join(self.cleaned_data["name"].split())
        check_name(self.instance, name)
        return name

    def save(self, commit: bool = True) -> Tag:
        """Rename, so that whoever follows keywords hears of it."""
        rename(self.instance, self.cleaned_data["name"])
        return self.instance


class TagIndexView(generic.IndexView):
    """All keywords, with how many contributions have each."""

    merge_url_name = ""
    # The portal's word; the package says "tags".
    page_title = gettext_lazy("Keywords")
    verbose_name_plural = gettext_lazy("keywords")

    def get_base_queryset(self) -> QuerySet[Any]:
        """Counted in the same query."""
        return with_use_count(super().get_base_queryset())

    def get_list_more_buttons(self, instance: Tag) -> list[Any]:
        """Wagtail's own buttons, and merging."""
        merge = Button(
            _("Merge with…"),
            url=reverse(self.merge_url_name, args=[instance.pk]),
            icon_name="resubmit",
            priority=40,
        )
        buttons: list[Any] = super().get_list_more_buttons(instance)
        return [*buttons, merge] if self.user_has_permission("change") else buttons


class TagMergeView(MergeView):
    """Choose the keyword that stays."""

    afterwards = gettext_lazy("The keyword itself disappears.")

    def candidates(self) -> QuerySet[Tag]:
        """Every other keyword."""
        others: QuerySet[Tag] = Tag.objects.exclude(pk=self.object.pk).order_by("name")
        return others

    def merge(self, target: Tag) -> int:
        """Move everything and delete this one."""
        return merge_tags(self.object, target)


class TagViewSet(ModelViewSet):
    """Listing, renaming, merging and deleting."""

    model = Tag
    name = "trefwoorden"
    icon = "tag"
    menu_label = gettext_lazy("Keywords")
    menu_order = 330
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = TagIndexView
    delete_view_class = GuardedDeleteView
    search_fields = ("name", "slug")
    search_backend_name = None
    list_display = ("name", Column("slug", label=gettext_lazy("Slug"), sort_key="slug"), use_column())
    ordering = "name"
    list_per_page = 50
    edit_handler = ObjectList([FieldPanel("name")], base_form_class=TagForm)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Every view knows where one merges."""
        common: dict[str, Any] = super().get_common_view_kwargs(
            merge_url_name=self.get_url_name("merge"), **kwargs
        )
        return common

    def get_urlpatterns(self) -> list[URLPattern]:
        """Wagtail's own, and merging."""
        merging = path("merge/<int:pk>/", self.construct_view(TagMergeView), name="merge")
        return [*super().get_urlpatterns(), merging]
