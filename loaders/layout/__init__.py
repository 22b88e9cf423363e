"""What stands on the page: letters, markers, sections, paragraphs, lists (bố cục văn bản)."""
