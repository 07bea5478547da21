"""Adding an article: bringing its text, and reviewing what was drafted of it."""

from components.adding.bringing import bring
from components.adding.reviewing import show
from components.adding.working import current, say, under_way, your_name

__all__ = ["bring", "current", "say", "show", "under_way", "your_name"]
