from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    """The demonstration cases and their loader, and synthetic practices for measurements."""

    name = "demo"
    verbose_name = _("Demonstration")
