"""An editor's decision about a pair. Pages read it at every request, so it shows at once."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from failing_forward.models import Pair, PairState
from practices.models import AttemptPage, PracticePage


@transaction.atomic
def decide(attempt: AttemptPage, practice: PracticePage, state: PairState, user: Any) -> Pair:
    """Show the pair or refuse it, at the attempt's present level of protection; logged with who did it."""
    pair, _made = Pair.objects.update_or_create(
        attempt=attempt,
        practice=practice,
        defaults={"state": state, "level": attempt.disclosure, "decided_by": user},
    )
    log(instance=pair, action="wagtail.edit", user=user, title=str(pair))
    return pair
