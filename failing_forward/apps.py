from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FailingForwardConfig(AppConfig):
    """The section Falend Vooruit: attempts that did not work, told so that others need not repeat them."""

    name = "failing_forward"
    verbose_name = _("Falend Vooruit")
