"""The picture: layout, scenes and the standalone page."""
