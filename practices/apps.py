from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PracticesConfig(AppConfig):
    """What is shared: practices, attempts and tools, with their results, evidence and protection."""

    name = "practices"
    verbose_name = _("Contributions")
