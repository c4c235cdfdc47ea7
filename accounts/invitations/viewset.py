"""Invitations in the admin: who was invited, invite, send again, withdraw."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from accounts.invitations.forms import InvitationForm
from accounts.invitations.mail import send_invitation
from accounts.models import Invitation


class InvitationIndexView(generic.IndexView):
    """The newest on top, with their roles in one query."""

    add_item_label = gettext_lazy("Invite somebody")

    def get_base_queryset(self) -> QuerySet[Any]:
        """With roles and inviter."""
        queryset: QuerySet[Any] = super().get_base_queryset()
        return queryset.select_related("invited_by").prefetch_related("groups")


class InviteView(generic.CreateView):
    """Invite somebody: the mail goes at once."""

    page_title = gettext_lazy("Invite somebody")
    submit_button_label = gettext_lazy("Send the invitation")
    success_message = gettext_lazy("The invitation to %(object)s was sent.")

    def save_instance(self) -> Invitation:
        """Remember who invites, then send."""
        self.form.instance.invited_by = self.request.user
        invitation: Invitation = super().save_instance()
        send_invitation(invitation)
        return invitation


class InviteAgainView(generic.EditView):
    """Mend the name, the address or the roles, and send a new link; the old one stops working."""

    submit_button_label = gettext_lazy("Save and send again")
    success_message = gettext_lazy("The invitation to %(object)s was sent again.")

    def save_instance(self) -> Invitation:
        """Save, renew, send."""
        invitation: Invitation = super().save_instance()
        invitation.renew()
        send_invitation(invitation)
        return invitation


class WithdrawView(generic.DeleteView):
    """Withdraw an invitation: its link stops working."""

    page_title = gettext_lazy("Withdraw the invitation")
    success_message = gettext_lazy("The invitation to %(object)s was withdrawn.")

    @property
    def confirmation_message(self) -> str:
        """What it means."""
        return _("The link in the mail stops working at once.")


class InvitationViewSet(ModelViewSet):
    """The list of those who were invited and did not come in yet."""

    model = Invitation
    name = "uitnodigingen"
    icon = "mail"
    menu_label = gettext_lazy("Invitations")
    menu_order = 610
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    search_backend_name = None
    search_fields = ("name", "email")
    ordering = ("-sent_at",)
    list_per_page = 50
    index_view_class = InvitationIndexView
    add_view_class = InviteView
    edit_view_class = InviteAgainView
    delete_view_class = WithdrawView
    list_display = (
        "name",
        Column("email", label=gettext_lazy("Mail address"), sort_key="email"),
        Column(
            "groups",
            label=gettext_lazy("Roles"),
            accessor=lambda invitation: ", ".join(group.name for group in invitation.groups.all()),
        ),
        Column("invited_by", label=gettext_lazy("Invited by")),
        DateColumn("sent_at", label=gettext_lazy("Sent"), sort_key="sent_at"),
        StatusTagColumn(
            "state",
            label=gettext_lazy("State"),
            accessor=lambda invitation: _("waits") if invitation.is_open() else _("too old: send it again"),
            primary=lambda invitation: invitation.is_open(),
        ),
    )
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("email"), FieldPanel("groups")], base_form_class=InvitationForm
    )
