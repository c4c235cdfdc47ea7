from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssetsConfig(AppConfig):
    """Images and documents with the rights they come with."""

    name = "assets"
    verbose_name = _("Images and documents")
