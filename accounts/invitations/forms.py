"""The form on which somebody is invited."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from accounts.invitations.giving import roles_to_give
from accounts.models import Invitation


class InvitationForm(WagtailAdminModelForm):
    """Name, mail address and roles. Roles that one may not give oneself stay as they are."""

    class Meta:
        model = Invitation
        fields = ("name", "email", "groups")
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: Any = self.fields["groups"]
        groups.queryset = roles_to_give(self.for_user)
        groups.error_messages["required"] = _("Choose at least one role.")
        self.fields["name"].error_messages["required"] = _("Write the name of the person you invite.")
        for error in ("required", "invalid"):
            self.fields["email"].error_messages[error] = _("Write a mail address like naam@voorbeeld.nl.")

    def clean_email(self) -> str:
        """In small letters, and not of somebody who has an account."""
        email: str = self.cleaned_data["email"].lower()
        users = get_user_model().objects.all()
        if users.filter(email__iexact=email).exists() or users.filter(username__iexact=email).exists():
            raise ValidationError(
                _("This address has an account already. Ask an administrator to give it other roles.")
            )
        return email

    def clean_groups(self) -> Any:
        """With the roles that somebody else gave and this person may not take."""
        chosen = self.cleaned_data["groups"]
        if not self.instance.pk:
            return chosen
        kept = self.instance.groups.exclude(pk__in=roles_to_give(self.for_user).values("pk"))
        return list({*chosen, *kept})
