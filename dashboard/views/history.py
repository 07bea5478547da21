"""Every change to the collection: who, when, why, what, and a way back."""

from components import adding, past

who = adding.head("History", "What was added, corrected and withdrawn, the newest first.")
past.show(who)
