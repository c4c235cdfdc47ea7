"""Practices, attempts and tools, and what they consist of."""

from practices.models.attempt import AttemptPage
from practices.models.consent import Consent
from practices.models.contribution import ContributionPage
from practices.models.keeping import ChangeNote
from practices.models.parts import (
    Attachment,
    ContactPerson,
    ContributionLink,
    ContributionTag,
    ExtraRegion,
    Organisation,
    Result,
    Source,
    TermAssignment,
)
from practices.models.practice import PracticePage
from practices.models.reading import ReadCount
from practices.models.tool import ToolPage
from practices.models.withdrawal import WithdrawnAddress

__all__ = [
    "Attachment",
    "AttemptPage",
    "ChangeNote",
    "Consent",
    "ContactPerson",
    "ContributionLink",
    "ContributionPage",
    "ContributionTag",
    "ExtraRegion",
    "Organisation",
    "PracticePage",
    "ReadCount",
    "Result",
    "Source",
    "TermAssignment",
    "ToolPage",
    "WithdrawnAddress",
]
