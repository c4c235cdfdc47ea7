"""What a report is about, and how far it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportKind(models.TextChoices):
    """What is not right; the values are kept, the labels may change."""

    WRONG = "fout", _("Something is wrong")
    OUTDATED = "verouderd", _("Something is no longer up to date")
    PRIVACY = "privacy", _("Somebody can be recognised, or a name should be removed")
    BROKEN = "kapot", _("A link, a file or a button does not work")
    ACCESS = "toegankelijkheid", _("Something is hard to read or to operate")
    OTHER = "anders", _("Something else")


class ReportState(models.TextChoices):
    """From open to closed; there is no other end."""

    OPEN = "open", _("Open")
    IN_PROGRESS = "bezig", _("Being handled")
    CLOSED = "gesloten", _("Closed")
