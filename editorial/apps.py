from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """What visitors tell the editors: reports that something on a page is not right."""

    name = "editorial"
    verbose_name = _("Editorial work")
