"""Settings that hold everywhere. What differs per place stands in dev, test and production."""

import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from portal.settings import environment
from portal.settings.environment import BASE_DIR
from search.engines.connection import Connection

DATA_DIR = Path(environment.DATA_DIR.text() or BASE_DIR / "var")
DATA_DIR.mkdir(parents=True, exist_ok=True)
#: Where templates and static files are looked for: first what a portal of one's own puts before ours.
LOOKS = [*map(Path, filter(None, [environment.THEME_DIR.text()])), BASE_DIR]

SECRET_KEY = environment.SECRET_KEY.text()
ALLOWED_HOSTS = environment.ALLOWED_HOSTS.items()
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "portal",
    "portal.due",
    "demo",
    "themes",
    "failing_forward",
    "editorial",
    "search",
    "accounts",
    "practices",
    "regions",
    "vocabulary",
    "assets",
    "succession",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "treebeard",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.second_factor.SecondFactorMiddleware",
    "accounts.doors.DoorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.security.ContentSecurityPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "practices.refusals.RefusalMiddleware",
    "practices.traces.TracelessRedirectMiddleware",
    "editorial.writing.one_at_a_time.OneAtATimeMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [folder / "templates" for folder in LOOKS],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.portal",
            ],
        },
    },
]

SQLITE_OPTIONS = {
    # With Django's defaults most of a hundred concurrent publications fail with "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(
        environment.DATABASE_URL.text() or f"sqlite:///{DATA_DIR / 'portal.sqlite3'}", conn_max_age=60
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [folder / "static" for folder in LOOKS if (folder / "static").is_dir()]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
SERVE_MEDIA = environment.SERVE_MEDIA.flag()
STORAGES = {
    "default": {"BACKEND": "assets.storage.TidyFileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- Accounts --------------------------------------------------------------------------------
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.forms.LoginForm",
    "reset_password": "accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation proves the address; nobody can sign up
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = environment.BASE_URL.text().partition(":")[0]
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_ADAPTER = "accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": "accounts.forms.ActivateAppForm",
    "authenticate": "accounts.forms.CodeForm",
    "reauthenticate": "accounts.forms.CodeAgainForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1  # a clock half a minute off, or slow fingers
SECOND_FACTOR = environment.SECOND_FACTOR.text()
WAGTAIL_PASSWORD_RESET_ENABLED = False  # at our own page, with the second factor after it

# Single sign-on at an OpenID Connect provider, when one is named.
OIDC_SECOND_FACTOR = environment.OIDC_SECOND_FACTOR.flag()
OIDC_GROUPS_CLAIM = environment.OIDC_GROUPS_CLAIM.text()
OIDC_GROUPS = dict(item.split("=", 1) for item in environment.OIDC_GROUPS.items() if "=" in item)
SOCIALACCOUNT_ADAPTER = "accounts.single_sign_on.SingleSignOnAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SOCIALACCOUNT_LOGIN_ON_GET = True  # a link: our policy lets no form go to another site
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if environment.OIDC_SERVER_URL.text():
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "sso",
                "name": environment.OIDC_NAME.text(),
                "client_id": environment.OIDC_CLIENT_ID.text(),
                "secret": environment.OIDC_CLIENT_SECRET.text(),
                # The organisation's own provider says who somebody is, the mail address included.
                "settings": {"server_url": environment.OIDC_SERVER_URL.text(), "verified_email": True},
            }
        ],
    }

# Everything that is remembered stays in the process, but counts of attempts are for all processes.
CACHES = {
    "default": {"BACKEND": "accounts.limits.ProcessCache"},
    "shared": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_shared_count",
        "KEY_FUNCTION": "accounts.limits.hashed_key",
    },
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

EMAIL_CONFIG = environment.env.dj_email_url("EMAIL_URL", environment.EMAIL_URL.default)
EMAIL_BACKEND = "portal.mail.backend.QueueBackend"  # a silent mail server never holds an editor
DELIVERY_EMAIL_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_HOST = EMAIL_CONFIG["EMAIL_HOST"]
EMAIL_PORT = EMAIL_CONFIG["EMAIL_PORT"]
EMAIL_HOST_USER = EMAIL_CONFIG["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = EMAIL_CONFIG["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = EMAIL_CONFIG["EMAIL_USE_TLS"]
EMAIL_USE_SSL = EMAIL_CONFIG["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.DEFAULT_FROM_EMAIL.text()

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "json": {"()": "portal.logs.JsonFormatter"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": environment.LOG_FORMAT.text()}},
    "root": {"handlers": ["console"], "level": environment.LOG_LEVEL.text()},
    "loggers": {  # a line for each saved page, look at the queue or request to a search server says nothing
        "elastic_transport": {"level": "WARNING"},
        "opensearch": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}
MONITORING_TOKEN = environment.MONITORING_TOKEN.text()

# Wagtail's own tasks (reference index, the admin's search) stay in the request: they are quick and
# editors see their effect at once. What waits for others, mail, goes through the queue.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "queue": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

# --- Safety in the browser -------------------------------------------------------------------
# The Wagtail admin still has inline scripts without nonces (wagtail#1288), so it has a policy of
# its own (portal.security); everything a visitor sees has this one.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "media-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
ADMIN_CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, "'unsafe-inline'"],
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "data:", "blob:"],
        "frame-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "camera": [],
    "geolocation": [],
    "microphone": [],
    "payment": [],
    "usb": [],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.errors.form_refused"

# --- Wagtail ---------------------------------------------------------------------------------
SITE_NAME = environment.SITE_NAME.text()
SITE_SUBTITLE = environment.SITE_SUBTITLE.text()
#: How long a process keeps the frame around pages, with what stands in the menu; 0 makes it for every page.
FRAME_SECONDS = 5.0
WAGTAIL_SITE_NAME = f"{SITE_NAME} {SITE_SUBTITLE}".strip()
WAGTAILADMIN_BASE_URL = environment.BASE_URL.text()
SECURITY_CONTACT = environment.SECURITY_CONTACT.text()
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILIMAGES_IMAGE_MODEL = "assets.PortalImage"
WAGTAILDOCS_DOCUMENT_MODEL = "assets.PortalDocument"
WAGTAILIMAGES_IMAGE_FORM_BASE = "assets.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000  # what telephones make; each takes 4 bytes of memory
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS: list[dict[str, Any]] = []
WAGTAILEMBEDS_RESPONSIVE_HTML = True
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"},
}
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False  # only reviewers can edit then; a mended comma is theirs
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAIL_TAG_SPACES_ALLOWED = True
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- Contributions ---------------------------------------------------------------------------
CONSENT_DAYS = int(environment.CONSENT_DAYS.text())
CHECK_DAYS = int(environment.CHECK_DAYS.text())
CHECK_REMINDERS = tuple(int(days) for days in environment.CHECK_REMINDERS.items())
READ_COUNT_DAYS = int(environment.READ_COUNT_DAYS.text())

# --- Reviewing -------------------------------------------------------------------------------
REVIEW_ANSWER_DAYS = int(environment.REVIEW_ANSWER_DAYS.text())
REVIEW_REMINDER_DAYS = int(environment.REVIEW_REMINDER_DAYS.text())

# --- Search ----------------------------------------------------------------------------------
SEARCH_ENGINE = environment.SEARCH_ENGINE.text()
SEARCH_STAND_IN = environment.SEARCH_STAND_IN.flag()
SEARCH_MACHINES = tuple(environment.SEARCH_MACHINES.items())
SEARCH_MACHINE = environment.SEARCH_MACHINE.text() or socket.gethostname()
SEARCH_INDEX_DIR = DATA_DIR / "index"
_SERVER = Connection(
    hosts=tuple(environment.ELASTICSEARCH_URL.items()),
    api_key=environment.SEARCH_SERVER_API_KEY.text(),
    user=environment.SEARCH_SERVER_USER.text(),
    password=environment.SEARCH_SERVER_PASSWORD.text(),
    ca_file=environment.SEARCH_SERVER_CA_FILE.text(),
    verify=environment.SEARCH_SERVER_VERIFY.flag(),
    prefix=environment.SEARCH_INDEX_PREFIX.text(),
)
SEARCH_SERVERS = {
    "elasticsearch": _SERVER,
    "opensearch": replace(_SERVER, hosts=tuple(environment.OPENSEARCH_URL.items())),
}
SEARCH_LOG_DAYS = int(environment.SEARCH_LOG_DAYS.text())

# --- Tips ------------------------------------------------------------------------------------
TIP_CONTACT_DAYS = int(environment.TIP_CONTACT_DAYS.text())
TIP_RETENTION_DAYS = int(environment.TIP_RETENTION_DAYS.text())
