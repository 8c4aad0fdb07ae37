"""A partition of things into groups, built by joining (union-find with path halving)."""

from __future__ import annotations

from collections.abc import Iterable


class Partition:
    """Each thing alone at first; the least member of a group stands for it, so the order of joins does not show."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {member: member for member in members}

    def find(self, member: str) -> str:
        """The least member of the group that ``member`` is in."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def joined(self, one: str, other: str) -> bool:
        """Are the two in one group?"""
        return self.find(one) == self.find(other)

    def join(self, one: str, other: str) -> None:
        """Make the groups of the two one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def least(self) -> dict[str, str]:
        """For each member the least member of its group."""
        return {member: self.find(member) for member in self._parent}
