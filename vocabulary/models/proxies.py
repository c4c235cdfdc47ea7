"""A proxy per vocabulary, so that the admin speaks of themes and sectors instead of terms.

Permissions are those of ``Term``: who may change one vocabulary may change them all.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vocabulary.models.term import Term, TermQuerySet
from vocabulary.vocabularies import Vocabulary


class OfOneVocabulary(models.Manager.from_queryset(TermQuerySet)):  # type: ignore[misc]
    """The terms of the proxy's own vocabulary."""

    def get_queryset(self) -> TermQuerySet:
        """Only those."""
        terms: TermQuerySet = super().get_queryset()
        return terms.of(self.model.own_vocabulary)


def make_proxy(vocabulary: Vocabulary, name: str, singular: str | Promise) -> type[Term]:
    """``Theme`` for ``theme``: its rows are the vocabulary's terms and nothing else."""
    meta = {
        "proxy": True,
        "verbose_name": singular,
        "verbose_name_plural": vocabulary.label,
        "default_permissions": (),
    }
    attributes: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": f"A term of the vocabulary {vocabulary}.",
        "own_vocabulary": vocabulary,
        "objects": OfOneVocabulary(),
        "Meta": type("Meta", (), meta),
    }
    metaclass: Any = type(Term)
    proxy: type[Term] = metaclass(name, (Term,), attributes)
    return proxy


#: The proxy of each vocabulary.
PROXIES: dict[Vocabulary, type[Term]] = {
    vocabulary: make_proxy(vocabulary, name, singular)
    for vocabulary, name, singular in (
        (Vocabulary.KIND, "KindTerm", _("kind")),
        (Vocabulary.THEME, "Theme", _("theme")),
        (Vocabulary.ACTION_LINE, "ActionLine", _("action line")),
        (Vocabulary.SECTOR, "Sector", _("sector")),
        (Vocabulary.FUNCTION_GROUP, "FunctionGroup", _("function group")),
        (Vocabulary.PHASE, "Phase", _("phase")),
        (Vocabulary.DEPLOYABILITY, "Deployability", _("deployability")),
        (Vocabulary.EVIDENCE_LEVEL, "EvidenceLevel", _("evidence level")),
        (Vocabulary.RECOGNITION, "Recognition", _("recognition")),
        (Vocabulary.COST, "CostBand", _("cost band")),
        (Vocabulary.LEAD_TIME, "LeadTime", _("lead time")),
        (Vocabulary.EFFECT, "Effect", _("effect")),
        (Vocabulary.ORGANISATION_SIZE, "OrganisationSize", _("organisation size")),
        (Vocabulary.SETTING, "Setting", _("setting")),
        (Vocabulary.LEGAL_TOPIC, "LegalTopic", _("law or rule")),
        (Vocabulary.RESERVED_PROCEDURE, "ReservedProcedure", _("reserved procedure")),
        (Vocabulary.FAILURE_CAUSE, "FailureCause", _("cause pattern")),
        (Vocabulary.FAILURE_MOMENT, "FailureMoment", _("moment of failure")),
        (Vocabulary.TOOL_KIND, "ToolKind", _("kind of tool")),
        (Vocabulary.QUALITY_CRITERION, "QualityCriterion", _("quality criterion")),
        (Vocabulary.BASIS, "BasisTerm", _("basis")),
        (Vocabulary.ANONYMITY_LEVEL, "AnonymityLevel", _("level of anonymity")),
    )
}
