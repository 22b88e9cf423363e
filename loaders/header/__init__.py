"""What a document says of itself: letterhead, number, title, signature (thể thức)."""
