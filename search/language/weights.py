"""All weights of the language part in one table, each with its reason.

What a way of answering is worth is multiplied with the weight of the field it is found in and
with the concept's share of the query. Change a number only together with a judged query.
"""

from search.language.query import Reason

ANSWER: dict[Reason, float] = {
    Reason.EXACT: 1.0,  # the word as typed is what was asked for
    Reason.JOINED: 0.9,  # only a space or hyphen differs: combi baan, combi-baan, combibaan
    Reason.FORM: 0.8,  # the same word in another form: rooster, roosters, roosteren
    Reason.ABBREVIATION: 0.7,  # the same thing by its other name
    Reason.SYNONYM: 0.5,  # mostly the same thing; below any form of the typed word
    Reason.PART: 0.4,  # a narrower thing: tekort in personeelstekort
}

ORDINARY_WORD = 1.0
COMMON_WORD = 0.35  # in nearly every text here (zorg, regio, medewerker): tells little
SLIGHT_WORD = 0.2  # a verb or adverb of everyday speech in a question: krijg, houd, maak
UNUSUAL_WORD = 1.3  # a name, an abbreviation or a word no dictionary has: rarely typed without reason
LONG_WORD = 1.2  # a compound says more than a simple word
