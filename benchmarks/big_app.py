"""The dashboard over another file of facts, which SINOGRAPH_BENCH_FACTS names."""

import os
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from components import assets
from dashboard import starting
from data import facts

APP = Path(__file__).parent.parent / "dashboard" / "app.py"
facts.PATH = Path(os.environ["SINOGRAPH_BENCH_FACTS"])
app = st.App(APP, routes=assets.routes(), middleware=[Middleware(assets.Preload)])
starting.begin()
