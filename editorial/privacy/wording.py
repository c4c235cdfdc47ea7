"""The check's words for people: what was found, why, and how to take it out."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.privacy.findings import Finding, Kind, Reason

KINDS: dict[Kind, Promise] = {
    Kind.NAME: _("Name of a person"),
    Kind.PHONE: _("Telephone number"),
    Kind.MAIL: _("Mail address"),
    Kind.BSN: _("Citizen service number (BSN)"),
    Kind.BIRTH_DATE: _("Date of birth"),
    Kind.ADDRESS: _("Address of a house"),
    Kind.PROFILE: _("Profile on social media"),
}

REASONS: dict[Reason, Promise] = {
    Reason.TITLE: _("A form of address stands before it."),
    Reason.ROLE: _("A role or job stands before it."),
    Reason.SAYING: _("Somebody says or thinks something here."),
    Reason.DOING: _("Somebody does something here."),
    Reason.INTRODUCED: _("The text introduces somebody here."),
    Reason.RELATION: _("It belongs to somebody."),
    Reason.INITIALS: _("It begins with initials."),
    Reason.PARTICLE: _("It is written like a surname."),
    Reason.FIRST_NAME: _("It is a first name."),
    Reason.LAST_NAME: _("It is a surname."),
    Reason.CAPITAL: _("It is no word from the dictionary and has a capital."),
    Reason.TWO_CAPITALS: _("It is written like a first name and a surname."),
    Reason.AGE: _("An age follows it."),
    Reason.APPOSITION: _("What follows is said of a person."),
    Reason.BESIDE_A_NAME: _("It stands beside another name."),
    Reason.NAMED_ELSEWHERE: _("The same name stands elsewhere in this text."),
    Reason.PRONOUN: _("A word such as “she” or “his” follows."),
    Reason.SHAPE: _("It is written like one."),
    Reason.ELEVEN_TEST: _("This number can be a BSN: it passes the check for it."),
    Reason.LABEL: _("The text itself says what it is."),
    Reason.OLD_DATE: _("It is a date of long ago, beside a person."),
}

_ADVICE: dict[Kind, Promise] = {
    Kind.NAME: _("Leave the name out, or write what this person does, such as “a staff member”."),
    Kind.PHONE: _("Leave the number out. Use the field for the contact person, who agrees to it."),
    Kind.MAIL: _("Leave the address out. Use the field for the contact person, who agrees to it."),
    Kind.BSN: _("Take the number out. A BSN may never stand in a contribution."),
    Kind.BIRTH_DATE: _("Leave the date out, or write an age group, such as “in her fifties”."),
    Kind.ADDRESS: _("Leave the address out, or name only the place or the neighbourhood."),
    Kind.PROFILE: _("Leave the profile out, or refer to the page of the organisation."),
}


def advice(finding: Finding) -> str:
    """One sentence on how to take it out; for a name with the role that the text gives."""
    if finding.kind is Kind.NAME and finding.role:
        return gettext("Leave the name out, or write “a %(role)s”.") % {"role": finding.role}
    return str(_ADVICE[finding.kind])
