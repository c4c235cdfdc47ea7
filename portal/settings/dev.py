"""Development: readable errors, no cache of static files, mail on the console."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import SECRET_KEY as ENVIRONMENT_SECRET_KEY
from portal.settings.base import STORAGES as BASE_STORAGES

DEBUG = True
SECRET_KEY = ENVIRONMENT_SECRET_KEY or "only-for-development"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
STORAGES = {
    **BASE_STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
