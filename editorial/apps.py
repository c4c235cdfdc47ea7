from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """What visitors tell the editors: reports that something on a page is not right."""

    name = "editorial"
    verbose_name = _("Editorial work")

    def ready(self) -> None:
        """Our mails about reviews in the place of Wagtail's, and no choices about those."""
        from wagtail.admin.views.account import NotificationsSettingsPanel  # noqa: PLC0415

        from editorial.letters.choosing import CommentMailsForm  # noqa: PLC0415
        from editorial.review.connecting import connect  # noqa: PLC0415

        connect()
        NotificationsSettingsPanel.form_class = CommentMailsForm
