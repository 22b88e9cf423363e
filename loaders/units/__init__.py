"""Organs and their parts: names, lists of names, ids, successions (cơ quan, đơn vị)."""
