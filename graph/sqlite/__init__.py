"""The parts of the embedded store: connections, reads and writes over one SQLite file."""
