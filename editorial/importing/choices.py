"""What becomes of a row."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LineState(models.TextChoices):
    """A good row waits until its owner starts the import."""

    READY = "klaar", _("Can be imported")
    WRONG = "fout", _("Something is wrong")
    PRESENT = "aanwezig", _("Is there already")
    IMPORTED = "concept", _("Imported as a draft")
    FAILED = "mislukt", _("Could not be saved")
