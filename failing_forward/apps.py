from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FailingForwardConfig(AppConfig):
    """The section Falend Vooruit: attempts that did not work, told so that others need not repeat them."""

    name = "failing_forward"
    verbose_name = _("Falend Vooruit")

    def ready(self) -> None:
        """Register the check for PDF; put the tone guide on the form of attempts.

        Attempts stand on a lower floor, which cannot import from this one.
        """
        from failing_forward.pdf import library  # noqa: F401, PLC0415 - registers its check
        from failing_forward.tone.panel import TonePanel  # noqa: PLC0415 - models are ready only now
        from practices.models import AttemptPage  # noqa: PLC0415

        AttemptPage.content_panels = [TonePanel(heading=_("Tone")), *AttemptPage.content_panels]
