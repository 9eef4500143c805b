"""The row above the hits: filters with counts, the order, and how it is searched and tagged."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, get_args

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId, DocumentId
from kzannotate.model.query import Unit
from kzannotate.project.hits import Extent
from kzannotate.ui import theme
from kzannotate.ui.hit_order import Counts, Facets, Order

_NARROW = 7
"""Letters that a box keeps in a narrow window: the boxes never widen it."""


class HitFilters(QWidget):
    """Boxes; whatever is chosen stays so, from one search to the next where it can."""

    filtered = Signal()
    """Other hits, or another order, are wanted."""
    asked = Signal()
    """It is to be searched in another way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: Mapping[CodeId, Code] = {}
        self.language = _box("All languages", "Filter by language")
        self.document = _box("All documents", "Filter by document")
        self.code = _box("All codes", "Filter by code")
        self.tagged = _box("Tagged or not", "Filter by tagged or not")
        self.order = _choice("Order of the hits", relevance="By relevance", place="By place")
        units: dict[str, str] = {unit: f"In one {unit}" for unit in get_args(Unit)}
        self.within = _choice("Where all words must stand together", **units)
        self.forms = _choice("Forms of a word", all="All forms", exact="As typed")
        extents: dict[str, str] = {extent: f"Tag the {extent}" for extent in get_args(Extent)}
        self.extent = _choice("How much around a hit is tagged", **extents)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 4)
        row.setSpacing(8)
        for box in (self.language, self.document, self.code, self.tagged, self.order):
            row.addWidget(box)
            box.currentIndexChanged.connect(self.filtered)
        row.addStretch(1)
        for box in (self.within, self.forms, self.extent):
            row.addWidget(box)
        for box in self.findChildren(QComboBox):
            box.setMinimumWidth(_NARROW * box.fontMetrics().averageCharWidth())
        for box in (self.within, self.forms):
            box.currentIndexChanged.connect(self.asked)

    @property
    def facets(self) -> Facets:
        """What is filtered by."""
        return Facets(
            self.language.currentData(),
            self.document.currentData(),
            self.code.currentData(),
            self.tagged.currentData(),
        )

    @property
    def wanted_order(self) -> Order:
        """In which order the hits are wanted."""
        return "place" if self.order.currentData() == "place" else "relevance"

    @property
    def wanted_extent(self) -> Extent:
        """How much around a hit is tagged."""
        extent: Extent = self.extent.currentData()
        return extent

    @property
    def wanted_within(self) -> Unit:
        """Where all words of a query must stand together."""
        within: Unit = self.within.currentData()
        return within

    @property
    def is_exact(self) -> bool:
        """Whether words are searched without their other forms."""
        return bool(self.forms.currentData() == "exact")

    def ask(self, within: Unit, *, exact: bool) -> None:
        """Choose how it is searched."""
        self.within.setCurrentIndex(self.within.findData(within))
        self.forms.setCurrentIndex(int(exact))

    def clear(self) -> None:
        """Let every hit through."""
        self.blockSignals(True)
        for box in (self.language, self.document, self.code, self.tagged):
            box.setCurrentIndex(0)
        self.blockSignals(False)
        self.filtered.emit()

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' names and colours."""
        self._codes = codes

    def show_counts(self, counts: Counts, names: Mapping[DocumentId, str]) -> None:
        """Offer the values that hits have, each with the number that it would leave."""
        languages = {one: _spoken(str(one)) for one, _ in counts["language"].most_common()}
        codes = {code.id: code.name for code in self._codes.values()}
        marks = {code.id: theme.chip(code.colour) for code in self._codes.values()}
        tagged = {True: "Tagged", False: "Not tagged"}
        _offer(self.language, counts["language"], languages)
        _offer(self.document, counts["document"], names)
        _offer(self.code, counts["code"], codes, marks)
        _offer(self.tagged, counts["tagged"], tagged)


def next_choice(box: QComboBox) -> str:
    """Choose what comes next in a box, round at its end; gives what is shown."""
    box.setCurrentIndex((box.currentIndex() + 1) % box.count())
    return box.currentText()


def _offer(
    box: QComboBox,
    counts: Counter[object],
    shown: Mapping[Any, str],
    marks: Mapping[CodeId, QIcon] = MappingProxyType({}),
) -> None:
    """Fill a box below its first item; what is chosen stays so, though no hit may have it."""
    kept = box.currentData()
    wanted = [value for value in shown if counts[value] or value == kept]
    texts = [f"{shown[value]} ({counts[value]})" for value in wanted]
    if texts == [box.itemText(row) for row in range(1, box.count())] or box.view().isVisible():
        return
    box.blockSignals(True)
    while box.count() > 1:
        box.removeItem(1)
    for value, text in zip(wanted, texts, strict=True):
        box.addItem(marks.get(value, QIcon()), text, value)
    box.setCurrentIndex(max(0, box.findData(kept)) if kept is not None else 0)
    box.blockSignals(False)


def _spoken(language: str) -> str:
    return QLocale.languageToString(QLocale.codeToLanguage(language)) if language else "No language"


def _box(all_of_them: str, name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(len(all_of_them))
    box.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
    box.addItem(all_of_them, None)
    return box


def _choice(name: str, **shown: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for value, text in shown.items():
        box.addItem(text, value)
    return box
