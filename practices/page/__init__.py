"""A contribution made ready for its page: what its template asks for, worked out in plain Python."""

from practices.page.view import ContributionView

__all__ = ["ContributionView"]
