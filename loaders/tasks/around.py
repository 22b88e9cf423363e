"""What stands around a paragraph while a document is walked: titles, lists, the item above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.layout.structure import Section
from loaders.mentions import Assignment
from loaders.tasks.asked_lists import AskedList, OpenLists
from loaders.tasks.prose_words import pattern_of
from loaders.tasks.shared import Source
from loaders.tasks.unit_headings import SIGNS, Heading, is_subtitle, read_heading, read_joint
from loaders.text import Block

#: "Chủ tịch UBND các xã", where the letter goes to "UBND các xã"
_HEAD_OF = re.compile(r"(?:chủ tịch|giám đốc|thủ trưởng|lãnh đạo)\s+")


@dataclass(slots=True)
class Around:
    """The title that names units and the lists asked for, as far as they reach."""

    commands: bool = False  # the document tells the conclusions of a meeting
    directs: bool = False  # it is a directive or telegram: what its items say of a unit is told it
    recipients: tuple[str, ...] = ()  # of a letter, in small letters
    heading: Heading | None = None
    joint: Heading | None = None
    lists: OpenLists = field(default_factory=OpenLists)
    within: Section | None = None  # a title under the heading that names no unit
    acting: AskedList | None = None  # the item above whose sentence named its units
    addressed: str | None = None  # the part of a letter whose items begin with its recipients
    giving: set[int | None] = field(default_factory=set)  # sections that have an item given
    titles: set[int | None] = field(default_factory=set)  # sections with a title that names units

    def acts(self, section: Section | None, own: Sequence[Assignment]) -> None:
        """Remember the units of an item: what its own list says goes on with them."""
        if section and section.marker and len(own) == 1 and own[0].kind == "duty":
            units = (*own[0].lead, *own[0].execute)
            start, end = section.title.end, section.end
            self.acting = AskedList(units, start, end, section.level + 1)

    def gives(self, section: Section | None, block: Block, own: Sequence[Assignment]) -> None:
        """Remember the part whose item gives a task to the unit that it begins with."""
        if section and section.start == block.start and any(task.kind == "task" for task in own):
            self.giving.add(section.parent)

    def beside_given(self, section: Section | None, block: Block) -> bool:
        """Whether the item stands beside one that gave a task to its unit."""
        item = section is not None and section.start == block.start and section.style not in SIGNS
        return item and section is not None and section.parent in self.giving

    def beside_titles(self, section: Section | None, block: Block) -> bool:
        """Whether a title of its own stands beside one that names units."""
        title = section is not None and section.start == block.start and section.style not in SIGNS
        return title and section is not None and section.parent in self.titles

    def addresses(self, source: Source, section: Section | None, start: int) -> bool:
        """Whether a paragraph of a letter speaks to one of its recipients, or its head, or stands
        beside such an item."""
        if not self.recipients:
            return False
        head = _HEAD_OF.match(source.text.lowered, start)
        spoken = source.text.lowered.startswith(self.recipients, head.end() if head else start)
        if section is None:
            return spoken
        within = section.path.rpartition(".")[0]
        if spoken:
            self.addressed = within
        return self.addressed == within

    def goes_on(self, section: Section | None, position: int) -> AskedList | None:
        """What the item above lists by signs, for its own units."""
        if section is None or section.style not in SIGNS or self.acting is None:
            return None
        return self.acting if self.acting.holds(section, position) else None

    def opens(self, source: Source, section: Section | None, block: Block, start: int) -> bool:
        """Whether a paragraph opens a list of duties and is no duty itself."""
        if self.heading and not self.heading.section.start < block.start < self.heading.section.end:
            self.heading = self.within = None
        if self.within and block.start >= self.within.end:
            self.within = None
        if self.joint and not self.joint.section.start < block.start < self.joint.section.end:
            self.joint = None
        followed = self.lists.follow(source, block, start)
        if self.heading and (joint := read_joint(source, self.heading, block, start)):
            self.joint = joint
            return True
        beside = self.beside_titles(section, block)
        within = self.lists.at(section, block.start)
        told = self.commands or self.directs or within is not None
        if heading := read_heading(source, section, block, start, beside=beside, told=told):
            opens = pattern_of("list_opens").search(source.text.content, start, block.end)
            listed = within is not None and not within.bound
            asked = opens is not None and within is not None
            self.heading, self.within = replace(heading, asked=asked, listed=listed), None
            self.giving.add(heading.section.parent)
            self.titles.add(heading.section.parent)
            return True
        if self.heading and section and is_subtitle(source, self.heading, section, block, start):
            self.within = section
            return True
        return followed
