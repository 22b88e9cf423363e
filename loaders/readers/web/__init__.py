"""Web pages (.html, .mhtml)."""
