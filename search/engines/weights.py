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

#: What one step of a document's ``standing`` adds to its score. Standing decides between answers
#: that are about equal: the most there is (101 steps) is worth less than half of a word found in a title.
#:
#: How an engine applies it: final score = score of the text × weight of the kind + standing × this.
#: Elasticsearch and OpenSearch: ``function_score`` around the query with ``field_value_factor``
#: ``{"field": "standing", "factor": STANDING_STEP, "missing": 0}`` and ``"boost_mode": "sum"``. An engine
#: without such a function indexes the binary digits and adds a constant for each (embedded/queries.py).
STANDING_STEP: Final = 0.01
#: Standing fits into so many binary digits.
STANDING_BITS: Final = 7

#: Steps of standing for each rung of the ladder of evidence, seven in all:
#: what was measured says more than what was told.
EVIDENCE_STANDING: Final = 10
EVIDENCE_RUNGS: Final = 7

#: Steps of standing when everything is told that a reader looks for (practices/completeness.py), and
#: as large a part of it as there is. Less than two rungs of evidence: a form well filled proves nothing.
COMPLETENESS_STANDING: Final = 15

#: Steps of standing for each year after the first one counted that a contribution was last published or
#: checked. Absolute, so that nothing in the index grows old by itself; only differences decide.
#: Ten years are worth one rung of evidence: what worked goes on working.
RECENCY_STANDING: Final = 1
RECENCY_FROM: Final = 2020
RECENCY_YEARS: Final = 16

#: Scores are equal when they agree in this many decimals. Finer differences come from deleted
#: documents that still count in the statistics, and would make ties waver from commit to commit.
SCORE_DECIMALS: Final = 3

#: No request reaches past this many hits: who needs more has an export.
DEEPEST_HIT: Final = 10_000
