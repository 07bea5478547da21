"""The least that a Streamlit app can do: one choice, and one line of text that depends on it."""

import streamlit as st

chosen = st.selectbox("Choice", [f"Choice {n}" for n in range(5)])
st.markdown(f"Chosen: {chosen}")
