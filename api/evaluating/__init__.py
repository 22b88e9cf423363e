"""What was read beside what is true: agreement, figures, tables (đánh giá)."""
