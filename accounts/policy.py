"""Which pages somebody gets to see in the admin."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from wagtail.models import Page, PageQuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from practices.choices import Disclosure
from practices.models import AttemptPage

#: All that lets somebody work on the pages of others. ``add`` is not among them.
ON_PAGES_OF_OTHERS = {"change", "publish", "lock", "unlock", "bulk_delete"}


class OwnPagesPolicy(PagePermissionPolicy):
    """Wagtail's policy, but who may only add sees besides the place to add nothing but their own pages.

    Wagtail itself shows them the titles of all drafts there. Explorer, search, reports, histories
    and the API of the admin all ask ``explorable_instances``.
    """

    def explorable_instances(self, user: Any) -> PageQuerySet:
        """The pages to work on, the pages with a permission of their own, and those on the way there."""
        base = self._base_queryset_for_user(user)
        if base is not None:
            return base
        found = self.instances_user_has_any_permission_for(user, ON_PAGES_OF_OTHERS)
        places = [permission.page for permission in self.get_cached_permissions_for_user(user)]
        for place in places:
            found |= self.model._default_manager.ancestor_of(place, inclusive=True)
        top = self.model.base_page_model.objects.first_common_ancestor_of(places)
        return found.filter(path__startswith=top.path)


def page_policy() -> OwnPagesPolicy:
    """The policy in force."""
    policy: OwnPagesPolicy = policy_registry.get_by_type(Page)
    return policy


def may_explore(user: Any) -> Q:
    """The pages somebody may see in the admin, drafts included."""
    return Q(pk__in=page_policy().explorable_instances(user).values("pk"))


def may_choose(user: Any) -> Q:
    """The pages somebody may link to: also what every visitor sees, unless it hides where it stands."""
    hidden = AttemptPage.objects.exclude(disclosure=Disclosure.NAMED)
    visible = Page.objects.live().public().exclude(pk__in=hidden.values("pk"))
    return may_explore(user) | Q(pk__in=visible.values("pk"))


def may_open(user: Any, page: Page) -> bool:
    """Whether somebody has any business with a page: to see it, or to review it in a task."""
    seen = Page.objects.filter(may_explore(user), pk=page.pk).exists()
    return bool(seen) or bool(page.specific.permissions_for_user(user).can_edit())


def works_everywhere(user: Any) -> bool:
    """Whether somebody may publish on the whole site, as editors and administrators do."""
    if user.is_superuser:
        return True
    return any(
        permission.permission.codename == "publish_page" and permission.page.depth <= 2
        for permission in page_policy().get_cached_permissions_for_user(user)
    )
