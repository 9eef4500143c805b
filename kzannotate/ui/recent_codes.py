"""Which digit tags with which code: the codes used of late, each keeping its digit. No Qt."""

from collections.abc import Iterable, Mapping

from kzannotate.model.ids import CodeId

DIGITS = 9


class RecentCodes:
    """At most nine codes. A code that has no digit takes that of the one not used for longest."""

    def __init__(self, kept: Iterable[CodeId] = ()) -> None:
        """`kept`: what `slots` gave the last time."""
        self.slots: list[CodeId] = list(kept)[:DIGITS]
        """The codes in the order of their digits, from 1."""
        self._used: list[CodeId] = []
        """The last one last."""

    def know(self, codes: Iterable[CodeId]) -> None:
        """Forget codes that are gone; while there is room, the others come in their order."""
        codes = list(codes)
        self.slots = [code for code in self.slots if code in codes]
        self._used = [code for code in self._used if code in codes]
        new = [code for code in codes if code not in self.slots]
        self.slots += new[: DIGITS - len(self.slots)]

    def use(self, code: CodeId) -> bool:
        """A code was used; whether digits changed."""
        self._used = [one for one in self._used if one != code] + [code]
        if code in self.slots:
            return False
        self.slots[self.slots.index(self._idlest())] = code
        return True

    def digits(self) -> Mapping[CodeId, str]:
        """The codes' digits."""
        return {code: str(digit) for digit, code in enumerate(self.slots, 1)}

    def _idlest(self) -> CodeId:
        never = [code for code in self.slots if code not in self._used]
        return never[-1] if never else min(self.slots, key=self._used.index)
