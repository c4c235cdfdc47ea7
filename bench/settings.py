"""Production, but static files by their plain names: none are collected, and it differs by microseconds."""

from portal.settings.production import *  # noqa: F403
from portal.settings.production import STORAGES as PRODUCTION_STORAGES

STORAGES = {
    **PRODUCTION_STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
