"""The dashboard over another file of facts, which SINOGRAPH_BENCH_FACTS names."""

import os
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import dashboard.app
from components import figure
from data import facts

facts.PATH = Path(os.environ["SINOGRAPH_BENCH_FACTS"])
app = st.App(
    dashboard.app.__file__, routes=figure.routes(), middleware=[Middleware(figure.Preload)]
)
