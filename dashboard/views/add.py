"""Add an article: bring its text, review what was drafted of it, keep what holds."""

from components import adding

who = adding.head("Add an article", "Bring a text; its facts are drafted here, and you decide.")
desk = adding.current()
if desk is not None:
    adding.show(desk, who)
else:
    adding.bring(who)
    adding.under_way()
