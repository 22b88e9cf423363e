"""Word documents (.docx), walked part by part."""
