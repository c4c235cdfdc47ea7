"""The questions of the interview, in the order in which a story comes out best."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class InterviewQuestion:
    """One question, what to ask on about, and the field of an attempt in which the answer is told."""

    field: str
    question: str | Promise
    probes: tuple[str | Promise, ...]


QUESTIONS: tuple[InterviewQuestion, ...] = (
    InterviewQuestion(
        "problem",
        _("What did you want to achieve, and for whom?"),
        (_("What was the matter at the time?"), _("How would you have noticed that it worked?")),
    ),
    InterviewQuestion(
        "approach",
        _("What did you do, step by step?"),
        (_("Who took part, and from when?"), _("What did a normal day look like while it ran?")),
    ),
    InterviewQuestion(
        "expected",
        _("What did you expect to happen?"),
        (_("On what did you base that?"),),
    ),
    InterviewQuestion(
        "outcome",
        _("What happened instead?"),
        (_("At which moment did it begin to go otherwise?"), _("What did staff and clients notice of it?")),
    ),
    InterviewQuestion(
        "missed_signs",
        _("Which signs were there that you see only now?"),
        (_("Was there somebody who said it earlier? What happened with that?"),),
    ),
    InterviewQuestion(
        "yielded",
        _("What did it yield all the same?"),
        (_("What do you still use?"), _("What do you know now that you did not know then?")),
    ),
    InterviewQuestion(
        "costs",
        _("What did it cost in time and money?"),
        (_("A rough estimate will do. Who paid?"),),
    ),
    InterviewQuestion(
        "would_do_now",
        _("If you began again, what would you do now?"),
        (_("What would you do first?"), _("When would you stop?")),
    ),
    InterviewQuestion(
        "lessons",
        _("What would you tell a colleague who starts tomorrow?"),
        (_("In one sentence, please."),),
    ),
)
