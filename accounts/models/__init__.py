"""Teams of regions, invitations, and the counts that all processes share."""

from accounts.models.invitation import Invitation
from accounts.models.shared_count import SharedCount
from accounts.models.team import RegionTeam

__all__ = ["Invitation", "RegionTeam", "SharedCount"]
