"""What comes in from outside: reports, tips, spreadsheets; and how often somebody sent a form."""

from editorial.models.importing import ImportLine, ImportRun
from editorial.models.report import Report
from editorial.models.sending import Sending
from editorial.models.tip import Tip, TipAnswer

__all__ = ["ImportLine", "ImportRun", "Report", "Sending", "Tip", "TipAnswer"]
