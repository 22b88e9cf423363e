"""Text and markdown files (.txt, .md)."""
