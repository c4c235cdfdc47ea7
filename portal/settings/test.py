"""Tests: fast hashing, everything that is written goes to a folder that is thrown away."""

import tempfile
from pathlib import Path

from portal.settings.base import *  # noqa: F403
from portal.settings.base import STORAGES as BASE_STORAGES

SCRATCH = Path(tempfile.mkdtemp(prefix="portal-tests-"))

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SITE_PAGES_SECONDS = 0.0  # every test sees its own pages
SECOND_FACTOR = "optional"  # its own tests demand it
MEDIA_ROOT = SCRATCH / "media"
SEARCH_INDEX_DIR = SCRATCH / "index"
STORAGES = {
    **BASE_STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
