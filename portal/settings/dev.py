"""Development: readable errors, no cache of static files, mail on the console."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import DELIVERY_EMAIL_BACKEND
from portal.settings.base import SECRET_KEY as ENVIRONMENT_SECRET_KEY
from portal.settings.base import STORAGES as BASE_STORAGES

DEBUG = True
FRAME_SECONDS = 0.0  # a change of a template is seen at once
SECRET_KEY = ENVIRONMENT_SECRET_KEY or "only-for-development"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
EMAIL_BACKEND = DELIVERY_EMAIL_BACKEND  # at once: runserver has no worker beside it
STORAGES = {
    **BASE_STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
