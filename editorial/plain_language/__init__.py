"""Plain Dutch: long sentences, passives, jargon, abbreviations, *je* beside *u*, a hint at the level.

``check(text)`` gives remarks on the original text. It knows no Django; the words for people are in
:mod:`editorial.plain_language.wording`.
"""

from editorial.plain_language.checking import Reading, check
from editorial.plain_language.level import Ease, Level
from editorial.plain_language.remarks import Aspect, Remark

__all__ = ["Aspect", "Ease", "Level", "Reading", "Remark", "check"]
