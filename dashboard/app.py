"""What `streamlit run` opens: the server with its routes, and the script that draws each page.

The server only imports what it needs to answer a browser; the rest is imported while the first
one opens the page.
"""

import streamlit as st
from starlette.middleware import Middleware

from components import assets
from dashboard import starting

if __name__ == "__main__":
    starting.wait()
    from dashboard import script

    script.main()
else:  # imported once by the server that `streamlit run` starts
    app = st.App(__file__, routes=assets.routes(), middleware=[Middleware(assets.Preload)])
    starting.begin()
