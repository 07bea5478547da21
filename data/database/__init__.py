"""The database that holds what users add: its address, its tables, and how they are read.

`data.store` writes through it; `data.facts`, `data.sources` and `data.places` read through it.
"""
