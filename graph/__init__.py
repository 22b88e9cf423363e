"""The graph: its model, its words, its stores and the questions asked of it."""
