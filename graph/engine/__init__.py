"""What the stores share whatever their engine: a delta in order, how nodes stand, walks."""
