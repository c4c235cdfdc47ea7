from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The public search: one contract, an index that follows every change, and the page of results."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Connect the receivers that write index jobs, and the checks of the settings."""
        from search.checks import check_search  # noqa: PLC0415 - models are ready only now
        from search.index.signals import connect  # noqa: PLC0415

        connect()
        register(check_search)
