"""From paths and uploads to the store: files, their readers, batches, originals (nạp văn bản)."""
