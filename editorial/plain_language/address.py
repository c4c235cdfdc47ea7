"""*Je* and *u* in one text: the form that stands there less often is remarked upon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editorial.plain_language.remarks import Aspect, Remark
from search.language.tokens import Token

_INFORMAL = {"je": "u", "jij": "u", "jou": "u", "jouw": "uw", "jezelf": "uzelf"}
_FORMAL = {"u": "je", "uw": "je", "uzelf": "jezelf"}
#: What somebody says is in that person's words: between double or curved quotes, on one line.
_QUOTED = re.compile(r"“[^“”\n]*”|‘[^‘’\n]*(?:’(?=\w)[^‘’\n]*)*’|\"[^\"\n]*\"|«[^«»\n]*»")


def mixed_address(text: str, words: Sequence[Token]) -> Iterator[Remark]:
    """Every word of the rarer form when both occur outside quotations; of a tie the informal ones."""
    spoken = [match.span() for match in _QUOTED.finditer(text)]
    informal: list[Token] = []
    formal: list[Token] = []
    quote = 0
    for word in words:
        while quote < len(spoken) and spoken[quote][1] <= word.start:
            quote += 1
        if quote < len(spoken) and spoken[quote][0] <= word.start:
            continue
        if word.text.lower() in _INFORMAL:
            informal.append(word)
        elif word.text in {"u", "U", "uw", "Uw", "uzelf"}:
            formal.append(word)
    if not informal or not formal:
        return
    rarer, others = (informal, _INFORMAL) if len(informal) <= len(formal) else (formal, _FORMAL)
    for word in rarer:
        yield Remark(word.start, word.end, Aspect.MIXED_ADDRESS, word.text, others[word.text.lower()])
