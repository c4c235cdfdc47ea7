"""What kind of story a tip is, whether it worked, and how far it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TipKind(models.TextChoices):
    """From which invitation it was told; the value stands in the address (``?soort=poging``)."""

    PRACTICE = "praktijk", _("A practice")
    ATTEMPT = "poging", _("An attempt (Falend Vooruit)")


class TipOutcome(models.TextChoices):
    """Whether it worked, in three plain choices."""

    WORKED = "gelukt", _("Yes, it worked")
    PARTLY = "deels", _("Partly, or it is too early to tell")
    FAILED = "mislukt", _("No, it turned out differently")


class TipState(models.TextChoices):
    """From received to an end. ``PUBLISHED`` is never stored: it follows from the page."""

    RECEIVED = "ontvangen", _("Received")
    READ = "gelezen", _("Read")
    DRAFTED = "concept", _("Being written")
    PUBLISHED = "gepubliceerd", _("Published")
    DECLINED = "afgewezen", _("Not used")
