"""The script that runs at each interaction: navigation, filters, and the page asked for."""

from pathlib import Path

import streamlit as st

from components import correcting, evidence, filters
from components.text import plain
from dashboard import starting
from data import facts, store
from data.checks import InvalidFacts

LOGO = Path(__file__).parent / "logo.svg"

# The navigation: group -> file in views/ (also the address), title, icon.
PAGES = {
    "At a glance": [
        ("overview", "Overview", "dashboard"),
        ("map", "Map", "public"),
        ("timeline", "Timeline", "timeline"),
    ],
    "By subject": [
        ("visits", "Visits", "handshake"),
        ("trade", "Trade", "swap_horiz"),
        ("aid", "Aid", "volunteer_activism"),
        ("maritime", "Maritime", "sailing"),
    ],
    "In depth": [
        ("country", "Country", "flag"),
        ("facts", "Facts", "table_rows"),
        ("sources", "Sources and method", "menu_book"),
    ],
    "Your work": [
        ("add", "Add an article", "post_add"),
        ("history", "History", "history"),
    ],
}


def main() -> None:
    """Draw the navigation, the filters and the page; run at each interaction."""
    # First, or a browser would fetch the icon of a page from elsewhere.
    st.set_page_config(page_icon="🌏", layout="wide")
    st.logo(LOGO, size="large")
    page = st.navigation(
        {
            group: [
                st.Page(
                    f"views/{file}.py",
                    title=title,
                    icon=f":material/{icon}:",
                    default=file == "overview",
                )
                for file, title, icon in pages
            ]
            for group, pages in PAGES.items()
        }
    )
    st.set_page_config(page_title=f"{page.title} · Sinograph")
    try:
        known = facts.load()
    except InvalidFacts as error:
        st.error("The facts cannot be shown, because a file of the collection is not sound:")
        st.markdown("\n".join(f"- {problem}" for problem in error.problems))
        st.markdown("Mend it and reload; `python -m data check` says the same.")
        return
    except store.StoreError as error:
        st.error(f"What was added cannot be shown. {plain(str(error))}")
        return
    st.session_state["path"] = page.url_path
    at_work = page.title in {title for _, title, _ in PAGES["Your work"]}
    filters.sidebar(known, folded=at_work)
    page.run()
    evidence.answer()
    correcting.say()
    starting.settle(page.url_path)
