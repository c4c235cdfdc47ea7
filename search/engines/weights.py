"""What each place of a word is worth, in one table that every engine uses.

Weights multiply with those of the analysed query (a synonym is worth less than the word
itself, a part less than the compound). Change one only together with a judged query that
gets better by it (``manage.py relevance``).
"""

from typing import Final

from search.index.documents import TextField

FIELD_WEIGHTS: Final[dict[TextField, float]] = {
    # A title names the subject: a contribution that has the word there is about it.
    TextField.TITLE: 3.0,
    # Two sentences written to say what it is; nearly as telling, but more words share it.
    TextField.SUMMARY: 2.0,
    # Organisations, places and tags: who types one of these means exactly that.
    TextField.NAMES: 2.5,
    # The story mentions much in passing.
    TextField.BODY: 1.0,
}

#: A word found in more than one field counts by its best place, plus this share of the others:
#: enough to lift a text that repeats its title's word, too little to let repetition win.
OTHER_FIELDS_SHARE: Final = 0.2

#: Words that stood together in the query and do so in the text add this much of the field's weight.
#: About half of one word: order refines, it must not outvote a second word found.
PROXIMITY_WEIGHT: Final = 0.5

#: What a whole contribution's score is multiplied with. Who asks how to do something wants to see
#: where it was done, and what came of it; the tool that was used there is named on that page.
KIND_WEIGHTS: Final[dict[str, float]] = {"hulpmiddel": 0.5}

#: Added to a score (a word found counts from 3 to 15): decides between answers that are about equal.
BONUSES: Final[dict[tuple[str, str], float]] = {
    # What was measured says more than what was told.
    ("evidence-level", "ervaring-beschreven"): 0.1,
    ("evidence-level", "gemeten-in-eigen-organisatie"): 0.2,
    ("evidence-level", "goed-beschreven"): 0.3,
    ("evidence-level", "goed-onderbouwd"): 0.4,
    ("evidence-level", "eerste-aanwijzingen"): 0.5,
    ("evidence-level", "goede-aanwijzingen"): 0.6,
    ("evidence-level", "sterke-aanwijzingen"): 0.7,
}

#: Scores are equal when they agree in this many decimals. Finer differences come from deleted
#: documents that still count in the statistics, and would make ties waver from commit to commit.
SCORE_DECIMALS: Final = 3

#: No request reaches past this many hits: who needs more has an export.
DEEPEST_HIT: Final = 10_000
