"""Pictures of pages, recognised by Tesseract (bản quét)."""
