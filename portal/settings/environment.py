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
THEME_DIR = Variable(
    "THEME_DIR",
    "",
    "Folder whose templates/ and static/ come before the portal's: templates/components/mark.html and "
    "static/favicon.svg for another mark, static/css/tokens.css for another look. Empty: none.",
)
HTTPS = Variable("HTTPS", "true", "Redirect to https and send HSTS. Off only on a machine of your own.")
SERVE_MEDIA = Variable(
    "SERVE_MEDIA", "true", "Let the portal itself serve uploaded images. Off when a web server does."
)
EMAIL_URL = Variable("EMAIL_URL", "console:", "Mail server, such as submission://user:password@host:587.")
DEFAULT_FROM_EMAIL = Variable("DEFAULT_FROM_EMAIL", "portaal@localhost", "Sender of the portal's mail.")
SECURITY_CONTACT = Variable(
    "SECURITY_CONTACT",
    "",
    "Where a vulnerability is reported, as mailto:… or https://…, for security.txt. Empty: the contact page.",
)
SECOND_FACTOR = Variable(
    "SECOND_FACTOR",
    "required",
    "Second step at logging in for who may publish or manage accounts: required, or optional.",
)
OIDC_SERVER_URL = Variable(
    "OIDC_SERVER_URL", "", "Single sign-on: address of the OpenID Connect provider. Empty: none."
)
OIDC_CLIENT_ID = Variable("OIDC_CLIENT_ID", "", "Single sign-on: the portal's name at the provider.")
OIDC_CLIENT_SECRET = Variable("OIDC_CLIENT_SECRET", "", "Single sign-on: the portal's secret there.")
OIDC_NAME = Variable("OIDC_NAME", "uw organisatie", "Single sign-on: what the button says after *via*.")
OIDC_GROUPS_CLAIM = Variable(
    "OIDC_GROUPS_CLAIM", "groups", "Single sign-on: the claim that lists somebody's groups."
)
OIDC_GROUPS = Variable(
    "OIDC_GROUPS",
    "",
    "Single sign-on: which group there is which role here, such as"
    " redactie=Redacteur,twente=Regioadviseur Twente. Who has one gets an account at the first login."
    " Empty: only who was invited comes in.",
)
OIDC_SECOND_FACTOR = Variable(
    "OIDC_SECOND_FACTOR", "true", "Single sign-on: the provider asks for a second step itself."
)
LOG_LEVEL = Variable("LOG_LEVEL", "INFO", "How much is logged: DEBUG, INFO, WARNING or ERROR.")
LOG_FORMAT = Variable("LOG_FORMAT", "line", "line: for people. json: one object a line, for machines.")
MONITORING_TOKEN = Variable(
    "MONITORING_TOKEN",
    "",
    "Opens /metrics/ and the details of /health/ to whoever sends it (Authorization: Bearer). Empty: nobody.",
)
SEARCH_ENGINE = Variable(
    "SEARCH_ENGINE", "embedded", "Engine that answers searches: embedded, elasticsearch or opensearch."
)
ELASTICSEARCH_URL = Variable(
    "ELASTICSEARCH_URL",
    "http://127.0.0.1:9200",
    "Addresses of Elasticsearch 9, comma separated, such as https://search-1.example:9200. No names or "
    "passwords in them.",
)
OPENSEARCH_URL = Variable(
    "OPENSEARCH_URL", "http://127.0.0.1:9200", "Addresses of OpenSearch 3, comma separated, written likewise."
)
SEARCH_SERVER_API_KEY = Variable("SEARCH_SERVER_API_KEY", "", "API key for the search server.")
SEARCH_SERVER_USER = Variable("SEARCH_SERVER_USER", "", "User of the search server, where there is no key.")
SEARCH_SERVER_PASSWORD = Variable("SEARCH_SERVER_PASSWORD", "", "Password of that user.")
SEARCH_SERVER_CA_FILE = Variable(
    "SEARCH_SERVER_CA_FILE",
    "",
    "File (PEM) with the certificate of who signed the search server's. Empty: the public ones (certifi), "
    "not the system's.",
)
SEARCH_SERVER_VERIFY = Variable(
    "SEARCH_SERVER_VERIFY", "true", "Check the search server's certificate. Off only on your own machine."
)
SEARCH_INDEX_PREFIX = Variable(
    "SEARCH_INDEX_PREFIX",
    "portal",
    "Begins the names of indices, so that portals can share a search server. Lower-case letters, digits and "
    "hyphens.",
)
SEARCH_STAND_IN = Variable(
    "SEARCH_STAND_IN",
    "true",
    "Keep the embedded index too when the engine is a server, and let it answer when the server cannot.",
)
SEARCH_MACHINES = Variable(
    "SEARCH_MACHINES",
    "",
    "Names of all machines that serve the portal, comma separated: each keeps an embedded index of its own. "
    "Of several the database is PostgreSQL. Empty: there is one.",
)
SEARCH_MACHINE = Variable(
    "SEARCH_MACHINE", "", "This machine's name in SEARCH_MACHINES. Empty: its host name."
)
CONSENT_DAYS = Variable(
    "CONSENT_DAYS",
    "365",
    "Days that the name of who gave a consent is kept after it was withdrawn, replaced or served no more.",
)
REVIEW_ANSWER_DAYS = Variable(
    "REVIEW_ANSWER_DAYS",
    "10",
    "Working days within which who sends in a contribution may expect an answer, for each step.",
)
REVIEW_REMINDER_DAYS = Variable(
    "REVIEW_REMINDER_DAYS",
    "5",
    "Working days after which reviewers are reminded of what waits, and again after as many.",
)
CHECK_DAYS = Variable(
    "CHECK_DAYS", "730", "Days after which somebody must look whether a contribution is still true."
)
CHECK_REMINDERS = Variable(
    "CHECK_REMINDERS", "42,7", "Days before that day on which its keeper gets a mail, comma separated."
)
READ_COUNT_DAYS = Variable(
    "READ_COUNT_DAYS", "800", "Days that the counts of readers are kept; they hold no persons."
)
SEARCH_LOG_DAYS = Variable(
    "SEARCH_LOG_DAYS", "400", "Days that the counts of what was asked are kept; they hold no persons."
)
TIP_CONTACT_DAYS = Variable(
    "TIP_CONTACT_DAYS",
    "180",
    "Days after which name, telephone and mail address of a tip's teller are removed.",
)
TIP_RETENTION_DAYS = Variable(
    "TIP_RETENTION_DAYS",
    "365",
    "Days after the last step with it that a tip is deleted, with all that was told.",
)

VARIABLES: tuple[Variable, ...] = tuple(
    value for value in dict(globals()).values() if isinstance(value, Variable)
)
