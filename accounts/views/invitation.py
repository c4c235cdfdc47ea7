"""The page behind the link in an invitation: choose a password, and come in."""

from __future__ import annotations

from http import HTTPStatus

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.invitations.accepting import AcceptForm
from accounts.models import Invitation


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """A password makes the account; a link that no longer works says whom to ask."""
    invitation = Invitation.objects.filter(token=token).select_related("invited_by").first()
    if invitation is None or not invitation.is_open():
        return render(request, "accounts/invitation_closed.html", status=HTTPStatus.GONE)
    form = AcceptForm(request.POST or None, invitation=invitation)
    if request.method == "POST" and form.is_valid():
        user = form.save()
        login(request, user)
        record_authentication(request, user, method="password", username=user.get_username())
        return redirect("wagtailadmin_home")
    return render(request, "accounts/accept_invitation.html", {"form": form, "invitation": invitation})
