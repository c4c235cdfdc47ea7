"""What comes in from outside, what reviewing leaves behind, and which mails somebody wants."""

from editorial.models.accepted import AcceptedFinding
from editorial.models.importing import ImportLine, ImportRun
from editorial.models.mail_choice import MailChoice
from editorial.models.report import Report
from editorial.models.retagging import Retagging
from editorial.models.review import Proposal, Refusal, Reminder, Tick
from editorial.models.review_task import RegionCheckTask
from editorial.models.sending import Sending
from editorial.models.tip import Tip, TipAnswer

__all__ = [
    "AcceptedFinding",
    "ImportLine",
    "ImportRun",
    "MailChoice",
    "Proposal",
    "Refusal",
    "RegionCheckTask",
    "Reminder",
    "Report",
    "Retagging",
    "Sending",
    "Tick",
    "Tip",
    "TipAnswer",
]
