from django.apps import AppConfig


class SuccessionConfig(AppConfig):
    """No tables: what terms, regions and organisations share when they end or merge."""

    name = "succession"
    verbose_name = "Succession"
