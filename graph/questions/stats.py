"""How much the store holds (thống kê)."""

from graph.store import GraphReader


def stats(store: GraphReader) -> dict[str, int]:
    """Rows by kind with the sums of edges and issues; keys as in ``GraphReader.counts``."""
    counts = store.counts()
    return counts | {
        "edge": sum(n for name, n in counts.items() if name.startswith("edge.")),
        "issue": sum(n for name, n in counts.items() if name.startswith("issue.")),
    }
