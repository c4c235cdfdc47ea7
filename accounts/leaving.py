"""When somebody leaves: everything they look after goes to a colleague, and the account is closed."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageSubscription, WorkflowState
from wagtail.users.models import UserProfile

from accounts.models import Invitation


@dataclass(frozen=True, slots=True)
class Duties:
    """What hangs on one person."""

    pages: int
    reviews: int
    files: int
    #: Roles that nobody else has: the colleague gets them, so that nothing waits for nobody.
    lonely_roles: tuple[Group, ...]


def duties_of(user: User) -> Duties:
    """What would be left behind."""
    lonely = [
        group
        for group in user.groups.order_by("name")
        if not group.user_set.filter(is_active=True).exclude(pk=user.pk).exists()
    ]
    files = sum(
        model.objects.filter(uploaded_by_user=user).count()
        for model in (get_image_model(), get_document_model())
    )
    return Duties(
        pages=Page.objects.filter(owner=user).count(),
        reviews=WorkflowState.objects.active().filter(requested_by=user).count(),
        files=files,
        lonely_roles=tuple(lonely),
    )


@transaction.atomic
def leave(user: User, successor: User, erase: bool = False) -> Duties:
    """Hand everything to the colleague and close the account; with ``erase`` the name goes too.

    What was done stays in the histories of pages: under the name, or under *former colleague* when erased.
    """
    duties = duties_of(user)
    _hand_over(user, successor)
    successor.groups.add(*duties.lonely_roles)
    close(user)
    if erase:
        erase_name(user)
    return duties


def _hand_over(user: User, successor: User) -> None:
    Page.objects.filter(owner=user).update(owner=successor)
    Page.objects.filter(locked_by=user).update(locked=False, locked_by=None, locked_at=None)
    WorkflowState.objects.active().filter(requested_by=user).update(requested_by=successor)
    for model in (get_image_model(), get_document_model()):
        model.objects.filter(uploaded_by_user=user).update(uploaded_by_user=successor)
    followed = PageSubscription.objects.filter(user=successor).values("page")
    PageSubscription.objects.filter(user=user).exclude(page__in=followed).update(user=successor)
    PageSubscription.objects.filter(user=user).delete()
    Invitation.objects.filter(invited_by=user).update(invited_by=successor)


def close(user: User) -> None:
    """No password, no second step, no roles: nobody comes in with this account, and open sessions end."""
    user.is_active = user.is_superuser = user.is_staff = False
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    user.user_permissions.clear()
    for model in (Authenticator, SocialAccount, EmailAddress):
        model.objects.filter(user=user).delete()


def erase_name(user: User) -> None:
    """What is left of a closed account tells nothing of a person."""
    user.username = f"vertrokken-{user.pk}"
    user.first_name, user.last_name, user.email = _("Former colleague"), "", ""
    user.last_login = None
    user.save()
    for profile in UserProfile.objects.filter(user=user):
        profile.avatar.delete(save=False)
        profile.delete()
