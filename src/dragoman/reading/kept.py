"""What was worked out of late, kept while it stays among the latest."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

Key = TypeVar("Key", bound="Hashable")
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """The values of the latest keys, at most so many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Value] = OrderedDict()

    def values(
        self, keys: Sequence[Key], make: Callable[[list[Key]], Iterable[Value]]
    ) -> list[Value]:
        """Return the value of each key; those that are not kept are made, all at once.

        make: gives the values of keys, in their order.
        """
        new = list(dict.fromkeys(key for key in keys if key not in self._kept))
        fresh = dict(zip(new, make(new), strict=True))
        found = [fresh[key] if key in fresh else self._kept[key] for key in keys]
        self._kept.update(fresh)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return found
