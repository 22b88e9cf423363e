"""The parts of the store that scales: address, connection, statements, reads, writes."""
