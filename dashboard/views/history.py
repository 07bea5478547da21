"""Every change to the collection: who, when, why, what, and a way back."""

from components import adding, page, past

page.head("History", "What was added, corrected and withdrawn, the newest first.")
who = adding.your_name()
adding.say()
past.show(who)
