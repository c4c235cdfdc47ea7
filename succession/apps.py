from django.apps import AppConfig


class SuccessionConfig(AppConfig):
    """No tables: what terms, regions and organisations share when they end or merge."""

    name = "succession"
    verbose_name = "Succession"

    def ready(self) -> None:
        """Mend what Wagtail does with redirects."""
        from succession.redirects import be_careful  # noqa: PLC0415 - models are ready only now

        be_careful()
