"""What names another document, and why it is named (viện dẫn, quan hệ)."""
