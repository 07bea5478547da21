"""What a browser opens: the entry script and its pages."""
