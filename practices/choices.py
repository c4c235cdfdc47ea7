"""Values that code decides by. Their slugs are also terms, so that labels and descriptions stay editable."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """The kinds of contribution, one page type each."""

    PRACTICE = "goede-praktijk", _("Good practice")
    ATTEMPT = "falend-vooruit", _("Falend Vooruit")
    TOOL = "hulpmiddel", _("Tool")


class Basis(models.TextChoices):
    """What a contribution rests on."""

    OWN = "eigen-bijdrage", _("Told by the organisation itself")
    PUBLIC_SOURCE = "openbare-bron", _("Described from a public source")


class Disclosure(models.TextChoices):
    """How recognisable the organisation behind an attempt is."""

    NAMED = "met-naam", _("With the name of the organisation")
    SECTOR_AND_REGION = "sector-en-regio", _("Only sector and region")
    ANONYMOUS = "anoniem", _("Anonymous")


class AttemptStatus(models.TextChoices):
    """What became of an attempt."""

    STOPPED = "gestopt", _("Stopped")
    PAUSED = "gepauzeerd", _("Paused")
    RESTARTED = "opnieuw-begonnen", _("Started again")
    TURNED = "iets-anders-geworden", _("Turned into something else")


class ConsentChannel(models.TextChoices):
    """How somebody's consent reached us."""

    WRITTEN = "schriftelijk", _("By mail or letter")
    SIGNED = "ondertekend", _("On a signed form")
    SPOKEN = "mondeling", _("In a conversation, of which there is a note")


class ArchiveReason(models.TextChoices):
    """Why a contribution is no longer shown."""

    STOPPED = "gestopt", _("The organisation stopped with it")
    UNTRUE = "niet-waar", _("It is no longer true")
    REPLACED = "vervangen", _("Something better took its place")
    UNCONFIRMED = "niet-bevestigd", _("Nobody could confirm that it is still true")


class OrganisationRole(models.TextChoices):
    """What an organisation did in a contribution."""

    LEAD = "lead", _("Lead")
    PARTNER = "partner", _("Partner")
    LOCATION = "location", _("Location")
