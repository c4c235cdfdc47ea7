"""Every setting that the environment decides, with its default and what it is for.

``docs/settings.md`` and ``.env.example`` are made from this list (``manage.py settings_table``);
a test keeps them equal.
"""

from dataclasses import dataclass
from pathlib import Path

from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = Env()
env.read_env(str(BASE_DIR / ".env"), recurse=False)


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable. ``default`` is as one would write it; None: required in production."""

    name: str
    default: str | None
    purpose: str

    def text(self) -> str:
        """The value, or the default, or nothing."""
        return env.str(self.name, self.default or "")

    def flag(self) -> bool:
        """The value as yes or no (1, true, yes, on)."""
        return env.bool(self.name, self.default in {"1", "true"})

    def items(self) -> list[str]:
        """The value as a list, split at commas."""
        return [item.strip() for item in self.text().split(",") if item.strip()]


SECRET_KEY = Variable("SECRET_KEY", None, "Signs sessions and forms. Long, random and secret.")
ALLOWED_HOSTS = Variable("ALLOWED_HOSTS", None, "Host names the portal answers to, comma separated.")
BASE_URL = Variable(
    "BASE_URL", "http://localhost:8000", "Public address of the portal, without a final slash."
)
DATABASE_URL = Variable(
    "DATABASE_URL", "", "Database, such as postgres://user:password@host/name. Empty: SQLite in DATA_DIR."
)
DATA_DIR = Variable("DATA_DIR", "", "Folder of database, media and index. Empty: var/ in the project.")
SITE_NAME = Variable("SITE_NAME", "Praktijkportaal", "Name of the portal, in the mark and in titles.")
SITE_SUBTITLE = Variable("SITE_SUBTITLE", "Zorg en Welzijn", "Second line of the mark.")
HTTPS = Variable("HTTPS", "true", "Redirect to https and send HSTS. Off only on a machine of your own.")
SERVE_MEDIA = Variable(
    "SERVE_MEDIA", "true", "Let the portal itself serve uploaded images. Off when a web server does."
)
EMAIL_URL = Variable("EMAIL_URL", "console:", "Mail server, such as submission://user:password@host:587.")
DEFAULT_FROM_EMAIL = Variable("DEFAULT_FROM_EMAIL", "portaal@localhost", "Sender of the portal's mail.")
LOG_LEVEL = Variable("LOG_LEVEL", "INFO", "How much is logged: DEBUG, INFO, WARNING or ERROR.")
LOG_FORMAT = Variable("LOG_FORMAT", "line", "line: for people. json: one object a line, for machines.")
MONITORING_TOKEN = Variable(
    "MONITORING_TOKEN",
    "",
    "Opens /metrics/ and the details of /health/ to whoever sends it (Authorization: Bearer). Empty: nobody.",
)
SEARCH_ENGINE = Variable("SEARCH_ENGINE", "embedded", "Engine that answers searches.")
SEARCH_LOG_DAYS = Variable(
    "SEARCH_LOG_DAYS", "400", "Days that the counts of what was asked are kept; they hold no persons."
)

VARIABLES: tuple[Variable, ...] = tuple(
    value for value in dict(globals()).values() if isinstance(value, Variable)
)
