"""Which document each mention means, with what other documents offer (xác định văn bản)."""
