"""Registers the vocabularies with Wagtail's admin."""

from wagtail import hooks
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from vocabulary.models import PROXIES, Term
from vocabulary.viewsets import FixedPolicy, TermAddress, VocabularyViewSetGroup
from vocabulary.vocabularies import FIXED

# Before the menu is made: Wagtail gives a model a policy of its own at the first question.
register_permission_policy(Term, ModelPermissionPolicy(Term))
for vocabulary in FIXED:
    register_permission_policy(PROXIES[vocabulary], FixedPolicy(Term), exact_class=True)

register_admin_url_finder(Term, TermAddress)


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def register_vocabularies() -> VocabularyViewSetGroup:
    """The menu and its lists."""
    return VocabularyViewSetGroup()
