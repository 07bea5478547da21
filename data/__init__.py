"""The data layer: facts as reported, with their checks, dates, quantities and questions."""
