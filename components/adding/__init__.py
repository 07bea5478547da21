"""Adding an article: bringing its text, and reviewing what was drafted of it."""

from components.adding.bringing import bring
from components.adding.reviewing import show
from components.adding.working import current, head, under_way

__all__ = ["bring", "current", "head", "show", "under_way"]
