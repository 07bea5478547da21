"""How long Sinograph takes, beside a floor measured in the same run: ``make bench``."""
