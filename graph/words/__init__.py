"""Words and names in Vietnamese: organs, places, symbols, laws; how they are folded."""
