from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ThemesConfig(AppConfig):
    """What editors curate: a page per theme."""

    name = "themes"
    verbose_name = _("Themes")
