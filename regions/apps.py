from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegionsConfig(AppConfig):
    """The labour-market regions, their employers' organisations, and how one finds one's region."""

    name = "regions"
    verbose_name = _("Regions")
