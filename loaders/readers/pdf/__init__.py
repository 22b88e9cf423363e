"""Pdf files: the characters PDFium tells of, and what is drawn."""
