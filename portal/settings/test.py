"""Tests: fast hashing, everything that is written goes to a folder that is thrown away."""

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from portal.settings import environment

SCRATCH = Path(tempfile.mkdtemp(prefix="portal-tests-"))
# No index of a real portal is the tests' business, whatever .env says: not here, and not in what they start.
# Only the environment itself may name a server that is there already; on it they have names of their own.
for _variable in environment.VARIABLES:
    if _variable.name.startswith("SEARCH_"):
        os.environ[_variable.name] = _variable.default or ""
os.environ["SEARCH_INDEX_PREFIX"] = SCRATCH.name
os.environ.setdefault("ELASTICSEARCH_URL", "")
os.environ.setdefault("OPENSEARCH_URL", "")

from portal.settings.base import *  # noqa: E402, F403 - it reads these
from portal.settings.base import SEARCH_SERVERS as NAMED_SERVERS  # noqa: E402
from portal.settings.base import STORAGES as BASE_STORAGES  # noqa: E402

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
FRAME_SECONDS = 0.0  # every test sees its own pages
SECOND_FACTOR = "optional"  # its own tests demand it
MEDIA_ROOT = SCRATCH / "media"
SEARCH_INDEX_DIR = SCRATCH / "index"
#: Nobody listens there.
NOWHERE = ("http://127.0.0.1:9",)
SEARCH_SERVERS = {name: replace(named, hosts=named.hosts or NOWHERE) for name, named in NAMED_SERVERS.items()}
STORAGES = {
    **BASE_STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
