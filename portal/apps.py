from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The project itself: settings, addresses, home page, standard pages, base layout, health."""

    name = "portal"
    verbose_name = _("Portal")
