"""How streets, house numbers and postcodes are written, as parts of one pattern."""

from __future__ import annotations

import re

_UPPER, _WORD = "A-ZÀ-ÖØ-Þ", r"[\w'’\-]"
_NAME = rf"[{_UPPER}]{_WORD}{{1,30}}"
#: At most four figures, then a letter, roman storey or addition: 12, 4b, 3-II, 27 hs, 101 A.
_ADDITION = r"(?:[ \-]?(?:hs|huis|bis|zw|rd|[IVX]{1,4}|[a-zA-Z]|\d{1,2}(?=\D|$))(?!\w))?"
_HOUSE = rf"(?P<house>(?:nr\.? ?|nummer |no\. ?)?\d{{1,4}}{_ADDITION})"
_POSTCODE = r"[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?!\w)"
_TOWN = rf"(?:[ ,]{{1,2}}{_NAME}(?:[ -](?:aan|op|bij|den|de|{_NAME})){{0,3}})?"
_TAIL = rf"(?P<tail>,? {_POSTCODE}{_TOWN})?"
_FORE = rf"(?:(?:[{_UPPER}]{_WORD}{{0,30}}\.?|van|der|den|de|het|'t|’t|ten|ter|te) ){{0,5}}"
_FIRST = r"(?:Laan|Plein|Weg|Kade|Hof|Dijk|Pad|Park|Singel)(?: van| der| de| den| het)*"

#: *Burgemeester van Dijkstraat 101*: any words with a capital and a number; what it is the ending says.
ENDING = re.compile(rf"(?<!\w)(?P<street>{_FORE}[{_UPPER}'’]{_WORD}{{0,40}}) {_HOUSE}{_TAIL}(?!\w)")
#: *Laan van Meerdervoort 300*, *Plein 1944 nr. 8*: the word for a street comes first.
LEADING = re.compile(
    rf"(?<!\w)(?P<street>{_FIRST}(?: [{_UPPER}\d]{_WORD}{{1,30}}){{1,3}}) {_HOUSE}{_TAIL}(?!\w)"
)
#: A postcode, and the house number if it stands there.
CODE = re.compile(
    rf"(?<!\w){_POSTCODE}{_TOWN}(?:[ ,]{{1,2}}(?:(?:en )?(?:huisnummer|nr\.?|nummer) )?{_HOUSE})?(?!\w)"
)

#: Endings that only streets have.
IS_STREET = re.compile(
    r"(?:straat|straatje|laan|laantje|weg|gracht|kade|singel|plein|dijk|steeg|dreef|plantsoen|boulevard|pad)$"
)
#: Endings that houses, quarters and surnames have too.
MAY_BE_STREET = re.compile(
    r"(?:hof|park|haven|veld|wal|markt|brink|baan|ring|zoom|burg|land|erf|es|kamp|akker|waard|stee|hoek|horst"
    r"|poort|brug|oord|wijk|berg|dal|bos|bosch|kwartier|gaarde|meent|rade|sluis|vaart|werf|polder|zijde|end|eind"
    r"|tuin|weide|kant)$"
)
