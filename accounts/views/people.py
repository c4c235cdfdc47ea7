"""What an administrator does with an account, beside Wagtail's own form; and one's own data."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from accounts.leaving import duties_of, leave
from accounts.personal_data import personal_data


def may_manage(manager: Any, user: User) -> bool:
    """Whether somebody may do weighty things with this account: never with a mightier one."""
    return bool(manager.has_perm("auth.change_user") and (manager.is_superuser or not user.is_superuser))


class LeaveForm(forms.Form):
    """Who takes over, and what happens to the name."""

    successor = forms.ModelChoiceField(
        get_user_model().objects.none(),
        label=gettext_lazy("Who takes over?"),
        error_messages={"required": gettext_lazy("Choose a colleague who takes over.")},
    )
    erase = forms.BooleanField(
        required=False,
        label=gettext_lazy("Remove the name and the mail address too"),
        help_text=gettext_lazy("In the histories of pages it then says: former colleague."),
    )

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["successor"]
        field.queryset = colleagues
        field.label_from_instance = get_user_display_name


class AboutPerson(WagtailAdminTemplateMixin):
    """A page about one account."""

    header_icon = "user"
    request: HttpRequest

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the account."""
        super().setup(request, *args, **kwargs)
        self.object = get_object_or_404(get_user_model(), pk=kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who may manage it."""
        if not may_manage(request.user, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """The person's name."""
        return str(get_user_display_name(self.object))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """From the list of users."""
        users = {"url": reverse("wagtailusers_users:index"), "label": _("Users")}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, users, here]


class LeaveView(AboutPerson, FormView):  # type: ignore[type-arg]
    """Somebody leaves: hand over and close the account, in one action."""

    page_title = gettext_lazy("Leaving")
    template_name = "accounts/admin/leave.html"
    form_class = LeaveForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Nobody closes the account they are using."""
        if request.user == self.object:
            messages.error(request, _("Ask another administrator to close your own account."))
            return redirect("wagtailusers_users:index")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Everybody else who can come in."""
        people = get_user_model().objects.filter(is_active=True).exclude(pk=self.object.pk)
        return {**super().get_form_kwargs(), "colleagues": people.order_by("first_name", "username")}

    def form_valid(self, form: LeaveForm) -> HttpResponse:
        """Do it, log it, say it."""
        name, successor = get_user_display_name(self.object), form.cleaned_data["successor"]
        leave(self.object, successor, erase=form.cleaned_data["erase"])
        log(self.object, "accounts.leave", user=self.request.user, data={"successor": successor.pk})
        messages.success(
            self.request,
            _("The account of %(name)s is closed. %(successor)s takes over.")
            % {"name": name, "successor": get_user_display_name(successor)},
        )
        return redirect("wagtailusers_users:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What moves."""
        return super().get_context_data(**kwargs) | {"duties": duties_of(self.object)}


class ForgetSecondStepView(AboutPerson, FormView):  # type: ignore[type-arg]
    """For who lost phone and recovery codes: the next login leads to setting it up again."""

    page_title = gettext_lazy("Remove the second step")
    template_name = "accounts/admin/forget_second_step.html"
    form_class = forms.Form

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Remove app and codes."""
        Authenticator.objects.filter(user=self.object).delete()
        log(self.object, "accounts.forget_second_step", user=self.request.user)
        messages.success(
            self.request,
            _("%(name)s logs in with the password alone next time, and sets up the second step again.")
            % {"name": get_user_display_name(self.object)},
        )
        return redirect("wagtailusers_users:index")


class PersonalDataView(AboutPerson, View):
    """The data of an account as a file: for the person, or for an administrator whom the person asked."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """One's own data one may always have."""
        if request.user == self.object:
            return self.get(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, _request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """JSON, to keep."""
        response = JsonResponse(
            personal_data(self.object), json_dumps_params={"indent": 2, "ensure_ascii": False}
        )
        response["Content-Disposition"] = f'attachment; filename="account-{self.object.pk}.json"'
        return response
