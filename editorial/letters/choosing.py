"""Everyone chooses which mails to get, on a tab of the account page."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.admin.widgets import SwitchInput
from wagtail.users.models import UserProfile

from editorial.letters.letter import Kind
from editorial.models import MailChoice


class MailChoiceForm(forms.ModelForm):  # type: ignore[type-arg]
    """A switch for each kind of letter."""

    class Meta:
        model = MailChoice
        fields: ClassVar = [kind.value for kind in Kind]
        widgets: ClassVar = {kind.value: SwitchInput() for kind in Kind}


class CommentMailsForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is left of Wagtail's own choices: its other mails are not sent, so they are not offered."""

    class Meta:
        model = UserProfile
        fields: ClassVar = ["updated_comments_notifications"]
        widgets: ClassVar = {"updated_comments_notifications": SwitchInput()}


class MailChoicePanel(BaseSettingsPanel):
    """On the tab of notifications. Nothing is kept for who never opened it."""

    name = "mails"
    title = _("Which mails do you want?")
    tab = notifications_tab
    order = 50
    form_class = MailChoiceForm

    def get_form(self) -> MailChoiceForm:
        """With what was chosen, or all of it."""
        choice = MailChoice.objects.filter(user=self.user).first() or MailChoice(user=self.user)
        data = self.request.POST if self.request.method == "POST" else None
        return MailChoiceForm(data, instance=choice, prefix=self.name)


def mail_choice_panel(request: Any, user: Any, profile: Any) -> MailChoicePanel:
    """What the hook ``register_account_settings_panel`` asks for."""
    return MailChoicePanel(request, user, profile)
