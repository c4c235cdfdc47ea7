from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DueConfig(AppConfig):
    """What is due now and then, and when it was last done."""

    name = "portal.due"
    verbose_name = _("Recurring work")
