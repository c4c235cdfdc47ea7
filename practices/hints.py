"""One line beside each list of terms in the edit form: what is asked, in words of the story."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vocabulary.vocabularies import Vocabulary

HINTS: Final[dict[Vocabulary, Promise]] = {
    Vocabulary.THEME: _("What is it about? Mostly one or two."),
    Vocabulary.SECTOR: _("In which sectors was it done?"),
    Vocabulary.SETTING: _("Where is the work done?"),
    Vocabulary.FUNCTION_GROUP: _("Whose work became different?"),
    Vocabulary.PHASE: _("How far is it today?"),
    Vocabulary.COST: _("An estimate is enough: all costs until it worked."),
    Vocabulary.LEAD_TIME: _("From the first talk until it worked."),
    Vocabulary.DEPLOYABILITY: _("Only when people work on other contracts or in other places."),
    Vocabulary.LEGAL_TOPIC: _("Only when you ran into it, or had to arrange it."),
    Vocabulary.RESERVED_PROCEDURE: _("Only when people do something that the law reserves."),
    Vocabulary.EFFECT: _("What became better, for whom? Choose only what you noticed yourselves."),
    Vocabulary.ORGANISATION_SIZE: _("Of the organisation that did it."),
    Vocabulary.ACTION_LINE: _("For editors and policy: to which line of action does it belong?"),
    Vocabulary.FAILURE_MOMENT: _("When did it become clear that it would not work?"),
    Vocabulary.FAILURE_CAUSE: _("Choose what explains most; one or two."),
    Vocabulary.TOOL_KIND: _("What does somebody have in hand after downloading it?"),
}
