from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PracticesConfig(AppConfig):
    """What is shared: practices, attempts and tools, with their results, evidence and protection."""

    name = "practices"
    verbose_name = _("Contributions")

    def ready(self) -> None:
        """Connect what keeps an eye on old addresses, and on what is published."""
        from practices import traces  # noqa: F401, PLC0415 - models are ready only now
        from practices.keeping import following  # noqa: F401, PLC0415
