from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VocabularyConfig(AppConfig):
    """Every value one can filter on is a term: rows that editors keep, not code."""

    name = "vocabulary"
    verbose_name = _("Vocabulary")
