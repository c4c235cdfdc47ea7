from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Roles by region, the doors of the admin, and the life of an account from invitation to farewell."""

    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        """Let people move along when regions merge."""
        from accounts.merging import connect  # noqa: PLC0415 - models are ready only now

        connect()
