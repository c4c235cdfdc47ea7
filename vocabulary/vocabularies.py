"""The vocabularies there are. Their *terms* are rows; that they exist is code, because code uses them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Vocabulary(models.TextChoices):
    """One list of terms. The value is the name of its data file without the plural, and a facet's key."""

    KIND = "kind", _("Kinds")
    THEME = "theme", _("Themes")
    ACTION_LINE = "action-line", _("Action lines")
    SECTOR = "sector", _("Sectors")
    FUNCTION_GROUP = "function-group", _("Function groups")
    PHASE = "phase", _("Phases")
    DEPLOYABILITY = "deployability", _("Deployability")
    EVIDENCE_LEVEL = "evidence-level", _("Evidence levels")
    RECOGNITION = "recognition", _("Recognitions")
    COST = "cost", _("Cost bands")
    LEAD_TIME = "lead-time", _("Lead times")
    EFFECT = "effect", _("Effects")
    ORGANISATION_SIZE = "organisation-size", _("Organisation sizes")
    SETTING = "setting", pgettext_lazy("vocabulary", "Settings")  # the admin has settings of its own
    LEGAL_TOPIC = "legal-topic", _("Laws and rules")
    RESERVED_PROCEDURE = "reserved-procedure", _("Reserved procedures")
    FAILURE_CAUSE = "failure-cause", _("Cause patterns")
    FAILURE_MOMENT = "failure-moment", _("Moments of failure")
    TOOL_KIND = "tool-kind", _("Kinds of tools")
    QUALITY_CRITERION = "quality-criterion", _("Quality criteria")
    BASIS = "basis", _("Bases")
    ANONYMITY_LEVEL = "anonymity-level", _("Levels of anonymity")


#: Vocabularies whose slugs the code itself relies on: labels may change, terms may not come or go.
FIXED = frozenset({Vocabulary.KIND, Vocabulary.BASIS, Vocabulary.ANONYMITY_LEVEL})

#: Vocabularies in which terms stand below other terms.
TREES = frozenset({Vocabulary.THEME, Vocabulary.SECTOR, Vocabulary.FUNCTION_GROUP, Vocabulary.LEGAL_TOPIC})

#: Vocabularies whose terms are bands of a number.
BANDS = frozenset({Vocabulary.COST, Vocabulary.LEAD_TIME})

#: A page has at most one term of these.
SINGLE = frozenset(
    {
        Vocabulary.PHASE,
        Vocabulary.EVIDENCE_LEVEL,
        Vocabulary.COST,
        Vocabulary.LEAD_TIME,
        Vocabulary.ORGANISATION_SIZE,
        Vocabulary.FAILURE_MOMENT,
        Vocabulary.TOOL_KIND,
    }
)
