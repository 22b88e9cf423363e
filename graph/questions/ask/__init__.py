"""Questions in Vietnamese: a grammar over the vocabulary and the graph, no language model (hỏi)."""

from graph.questions.ask.ask import ask
from graph.questions.ask.reply import Asked, Both, Reply, Status

__all__ = ["Asked", "Both", "Reply", "Status", "ask"]
