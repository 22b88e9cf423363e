"""Who does what, with whom, by when: from tables, lists and prose (nhiệm vụ)."""
