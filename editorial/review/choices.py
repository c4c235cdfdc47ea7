"""What can become of a proposal."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProposalState(models.TextChoices):
    """Open until an editor decides."""

    OPEN = "open", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    MERGED = "merged", _("Replaced by an existing word")
    REFUSED = "refused", _("Not taken over")
