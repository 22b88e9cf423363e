"""The writing half of the contract as far as engines do it alike (phần ghi chung của kho)."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Self

from graph.engine.reader import Reader
from graph.engine.reads import W
from graph.model import GraphDelta
from graph.store import ApplyReport


class Store(Reader[W], ABC):
    """A store that is read as every engine is, and closed when it is left."""

    def apply(self, delta: GraphDelta) -> ApplyReport:
        """Make the store say of the document exactly what ``delta`` says; one transaction."""
        return self.apply_all([delta])

    @abstractmethod
    def apply_all(self, deltas: Iterable[GraphDelta]) -> ApplyReport:
        """What ``apply`` one by one would come to, in one transaction for all of them."""

    @abstractmethod
    def close(self) -> None:
        """Release files and connections."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
