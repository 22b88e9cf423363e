"""What a question understood to the last is answered with: one file an area (câu trả lời)."""
