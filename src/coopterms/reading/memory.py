"""A memory of what has been worked out, for documents say the same things over and over.

In: what it depends on, and what came of it. It holds so much and no more.
"""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

_MOST = 20_000


class Memory(dict[Key, Value]):
    """A dictionary that forgets everything when it is full.

    >>> memory = Memory[str, int]()
    >>> memory.keep("a", 1), memory
    (1, {'a': 1})
    """

    def keep(self, what: Key, made: Value) -> Value:
        """Remember something.

        Args:
            what: all that it depends on.
            made: what came of it, which is also returned.
        """
        if len(self) >= _MOST:
            self.clear()
        self[what] = made
        return made
