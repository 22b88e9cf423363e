"""Days, periods and deadlines (thời gian, kỳ, thời hạn)."""
