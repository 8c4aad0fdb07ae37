"""Frames: the kinds of events, the words that trigger them and where their participants stand in the clause.

A frame's ``verbs`` and ``nouns`` are patterns, one string a pattern, parts separated by spaces:

===============  ==============================================================================================
``meet|greet``   the trigger: one of these lemmas (always the first part)
``+off``         a particle the verb must have (a verb with a particle matches no pattern that does not name it)
``(talk|visit)`` the head of its object must be one of these lemmas; the noun then is part of the trigger
``subject:@arms`` the head of its subject (in the passive, behind "by") must be one of these lemmas
``<on|upon>``    one of these prepositions must hang on the trigger (or on its object)
``<in:summit>``  as ``<in>``, and the head of its object must be one of these lemmas
``[to]``         an infinitive must depend on it (``[that]``: a finite clause; ``[-ing]``: a gerund after a preposition)
``[to:meet]``    as ``[to]``, and its verb must be one of these lemmas (``[to:!say]``: none of them; ``meet+``: and
                 have an object)
``[for]``        an infinitive with a subject of its own must depend on it ("wants *Chad* to leave")
``[ought]``       a finite clause with "should" or "ought" must depend on it
``[must]``       a finite clause of obligation must depend on it (``[should]``: of advice, in the subjunctive too)
``[duty]``       a finite clause must depend on it that says what is to be done by "us", by anybody or in the passive
``[will]``       a finite clause must depend on it in which the speaker says what he is going to do
``[refusal]``    a finite clause must depend on it in which the speaker refuses ("said that it will not talk")
``[cannot]``     a finite clause must depend on it that says that something cannot be ("said it could not accept")
``[might]``      a finite clause must depend on it in which the speaker says what he may do ("said it could retaliate")
``[not:accept]`` a finite clause must depend on it that denies such a thing, by its verb or of its subject ("said that
                 it did not accept", "said that it was not guilty")
``[be:guilty]``  a finite clause must depend on it that says such a thing of its subject ("said that it was guilty")
``[self:glad]``  a finite clause must depend on it that says such a thing of whoever speaks ("said he was glad")
``[unless]``     a finite clause must depend on it that holds "unless" something is done
``{phone|air}``  one of these lemmas must modify it (a compound, an adjective, or the noun of a phrase "by phone")
``-as``          no such preposition, particle or dependency may hang on it, nor such a lemma be head of its object or
                 of what stands behind the pattern's preposition
===============  ==============================================================================================

Among the lemmas of a part, ``@weapon`` stands for all words of that class of ``words.toml``.

Slots say where a participant stands: ``subject`` (who acts, also in the passive or behind a support verb as in "held
talks"), ``object``, ``patient`` (the object, but only of a passive), ``indirect``, ``clause`` (the subject of the
dependent clause: "urged *Iran* to stop"), ``content`` (the first actor in what is said: "threatened to close its border
with *Eritrea*"; ``content@`` also takes the state of a place where it is to be done, ``content.to`` who is to get
something: "agreed to lend *Togo* a ferry", ``content.with`` with whom it is to be done, ``content.object`` to whom it
is done: "fired to disperse *students*"), ``target`` (who is said to be the target of what a noun names), ``struck@``
(what an act of violence hits: "the raid hit *Oslo*"), ``stops@``
(where a tour is said to lead: "a tour which includes *Togo*"), ``subject beside`` (for a noun of contact, the subject
of the clause it hangs on: "After talks with X, *Y* said") or a preposition. ``object's`` is the actor that modifies the
object ("rejected the *Indian* proposal"), ``object.in`` the actor or place behind a preposition on it ("positions in
*Gaza*"), ``before@`` the state of a place before a noun ("a *Moscow* visit"), ``before`` what is built that a noun
before it names ("the *embassy* bombing"), and ``to@`` an actor or the state of a place behind a preposition ("flew to
*Oslo*"). ``predicate's`` is the actor whose doing a clause says a thing is ("said it was *Iran's* fault").
``hearer`` is whom somebody tells that he does a thing ("told *Chad* it was ready to pay"), ``teller`` who tells it of
others, ``governed`` for a noun whom the verb is about that it is the subject or the means of ("mediation brought *Chad
and Togo* together").
``condition`` is the subject of a clause with "if", "unless" or "until", ``condition not met`` only of one with
"unless" or of a negated one with "if". ``object:body`` takes only states, bodies and groups, ``:people`` only persons
and groups, ``:official`` only those of them in public office, ``:national`` also persons of whom only the state is
known, ``:statesman`` only persons who hold or seek political office, ``:political`` only persons and political
bodies, ``:troops``, ``:armed``, ``:irregular``, ``:police``, ``:press`` and ``:public`` only groups of these,
``:firm`` only companies, ``:named`` only bodies that the lexicon knows by name, ``:foreign`` only those of another
state than whoever acts, whose own has to be known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

import msgspec

from communique.errors import LexiconError
from communique.lexicon.loading import Entry, read_entries
from communique.lexicon.words import Words, load_words
from communique.records import Participant, Reading, Report, Status

#: The kinds of clause that a pattern can ask for.
Complement = Literal[
    "to",
    "that",
    "-ing",
    "must",
    "should",
    "will",
    "might",
    "cannot",
    "refusal",
    "be",
    "self",
    "not",
    "for",
    "ought",
    "unless",
    "duty",
    "do",
    "or",
    "undone",
]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and what the frame must make of it: a report with these values, or (``none``) no report.

    A role that is given without anybody must be empty.
    """

    text: str
    none: bool = False
    status: Status | None = None
    actor: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None
    host: tuple[str, ...] | None = None
    mediator: tuple[str, ...] | None = None


class Frame(Entry, frozen=True, kw_only=True):
    """One way to report one kind of event. Participants are named by slots, in the order they are looked for.

    ``must`` lists slots (alternatives by ``|``) that an actor has to stand in, ``parties`` how many sides have to be
    known. In the slots ``patient`` stand recipients beside the one found first ("extradited *Joe Oni* to Chad", both).
    A ``reciprocal`` act has every side as actor. An act that ``absorbs`` takes the acts in its content into
    itself ("threatened to attack" is one threat), one that ``yields`` gives way to them ("agreed to meet" is one
    meeting). An act of ``contact`` brings people together: its nouns share participants with the clause around them
    and can refer back ("the talks"), and it may be, like one with ``anyone``, between people of whom no office is
    known. ``at_target`` puts an act where those are to whom it is done ("the strike on Syria"). ``supported`` asks of
    a noun that a verb says it takes place ("held elections"). What is ``enacted`` is done by doing something else for
    its sake ("marched to *protest*"). A ``causing`` act does the act that its object names ("ordered the *expulsion*").
    A ``public`` act is business when a firm does it ("*The mill* will supply the ministry with flour"). With ``after``
    the words mean the act only where the last act of contact before it is of that kind ("X rang Y. Later X *spoke
    with* Z"). An act that a state does to those of another is of the kind ``abroad`` ("banned *Chadian* meat" is a
    sanction). An ``agentless`` act is told by a passive too that leaves out who does it ("Two Chadians *were
    deported*"). An ``official`` one is done by authorities alone, so that it concerns the public whoever they do it to
    ("A man *was arrested*"). Where actor and host are persons, it is an act of the kind ``in_person`` as well
    ("*received* the envoy": his visit, and a meeting).
    """

    id: str
    kind: str
    examples: tuple[Example, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    mediator: tuple[str, ...] = ()
    reciprocal: bool = False
    must: tuple[str, ...] = ()
    parties: int = 1
    absorbs: bool = False
    yields: bool = False
    contact: bool = False
    anyone: bool = False
    at_target: bool = False
    supported: bool = False
    enacted: bool = False
    causing: bool = False
    public: bool = False
    agentless: bool = False
    official: bool = False
    in_person: str | None = None
    after: str | None = None
    abroad: str | None = None
    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One parsed trigger pattern; see the module's table."""

    lemmas: frozenset[str]
    particle: str | None = None
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    prepositional_objects: frozenset[str] = frozenset()
    complement: Complement | None = None
    complement_verbs: frozenset[str] = frozenset()
    transitive_verbs: frozenset[str] = frozenset()
    excluded_verbs: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    forbidden: frozenset[str] = frozenset()

    @property
    def specificity(self) -> int:
        """How much the pattern asks for; of two that match, the one that asks for more wins."""
        return (
            2 * bool(self.objects)
            + 2 * bool(self.subjects)
            + 2 * bool(self.complement)
            + 2 * (self.complement in {"do", "or"})
            + 2 * bool(self.complement_verbs)
            + 2 * bool(self.modifiers)
            + bool(self.prepositions)
            + 2 * bool(self.prepositional_objects)
            + bool(self.particle)
        )


_PART = re.compile(
    r"\+(?P<particle>\w+)|\((?P<objects>[^()]+)\)|<(?P<prepositions>[^<>]+)>|\[(?P<complement>[^\[\]]+)\]|\{(?P<modifiers>[^{}]+)\}|subject:(?P<subjects>\S+)|-(?P<forbidden>@?\w+)"
)


def parse_pattern(text: str, where: str = "", words: Words | None = None) -> Pattern:
    """Parse a trigger pattern; ``words`` has the classes of nouns that it may name.

    Raises:
        LexiconError: a part is not written as the module's table says, or names a class that there is not.

    """
    head, *parts = text.split()

    def lemmas(alternatives: str) -> frozenset[str]:
        found = frozenset(alternatives.split("|"))
        if "@" not in alternatives:
            return found
        classes = {one for one in found if one.startswith("@")}
        for one in sorted(classes):
            members = words[one[1:]] if words is not None else frozenset()
            if not members:
                raise LexiconError(f"{where}: pattern {text!r}: no word class {one[1:]!r}; words.toml has the classes")
            found |= members
        return found - classes

    fields: dict[str, object] = {"lemmas": lemmas(head)}
    forbidden: set[str] = set()
    for part in parts:
        match = _PART.fullmatch(part)
        if match is None:
            raise LexiconError(
                f"{where}: pattern {text!r}: cannot read {part!r}; see the table in the lexicon's documentation"
            )
        name, value = next((k, v) for k, v in match.groupdict().items() if v)
        if name in fields:
            raise LexiconError(f"{where}: pattern {text!r}: {part!r} asks a second time; join alternatives by |")
        if name == "forbidden":
            forbidden |= lemmas(value)
        elif name == "complement":
            form, _, verbs = value.partition(":")
            if form not in get_args(Complement):
                known = ", ".join(get_args(Complement))
                raise LexiconError(f"{where}: pattern {text!r}: complement {form!r} is not one of {known}")
            which = "excluded_verbs" if verbs.startswith("!") else "complement_verbs"
            named = lemmas(verbs.removeprefix("!")) - {""}
            transitive = frozenset(one[:-1] for one in named if one.endswith("+"))
            fields |= {"complement": form, which: frozenset(one.removesuffix("+") for one in named)}
            fields["transitive_verbs"] = transitive
        elif name == "prepositions":
            prepositions, _, objects = value.partition(":")
            fields[name] = frozenset(prepositions.split("|"))
            fields["prepositional_objects"] = lemmas(objects) if objects else frozenset()
        else:
            fields[name] = value if name == "particle" else lemmas(value)
    return Pattern(forbidden=frozenset(forbidden), **fields)  # type: ignore[arg-type]


class VerbPatterns:
    """The patterns of a verb with their frames, most specific first, found by particle, object and preposition.

    A common verb has a hundred, nearly all of idioms that a sentence shows at once that it does not have.
    """

    def __init__(self, rows: tuple[tuple[Frame, Pattern], ...]) -> None:
        self.rows = rows
        self._of_particle: dict[str | None, dict[str | None, list[int]]] = {}
        for i, (_, pattern) in enumerate(rows):
            places = self._of_particle.setdefault(pattern.particle, {})
            for word in sorted(pattern.objects or pattern.prepositions) or (None,):
                places.setdefault(word, []).append(i)

    def having(self, particles: Iterable[str | None], words: Set[str]) -> list[tuple[Frame, Pattern]]:
        """Those with one of the particles (or ``None``) and one of the words as object, or else as preposition.

        So are those that ask for neither.
        """
        found: set[int] = set()
        for particle in particles:
            places = self._of_particle.get(particle)
            if places is not None:
                found.update(places.get(None, ()))
                for word in places.keys() & words:
                    found.update(places[word])
        return [self.rows[i] for i in sorted(found)]


class Frames:
    """All frames, with the patterns of each trigger lemma, most specific first."""

    def __init__(self, frames: Sequence[Frame], words: Words | None = None) -> None:
        self._words = words
        self.frames = tuple({frame.id: frame for frame in frames}.values())
        self.verbs = {lemma: VerbPatterns(rows) for lemma, rows in self._index("verbs").items()}
        self.nouns = self._index("nouns")

    def _index(self, field: Literal["verbs", "nouns"]) -> dict[str, tuple[tuple[Frame, Pattern], ...]]:
        found: dict[str, list[tuple[Frame, Pattern]]] = {}
        for frame in self.frames:
            for text in getattr(frame, field):
                pattern = parse_pattern(text, f"frame {frame.id}", self._words)
                for lemma in sorted(pattern.lemmas):
                    found.setdefault(lemma, []).append((frame, pattern))
        return {lemma: tuple(sorted(rows, key=_demands, reverse=True)) for lemma, rows in found.items()}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Every kind that a frame reports."""
        return frozenset(kind for frame in self.frames for kind in (frame.kind, frame.abroad) if kind is not None)

    @cached_property
    def contacts(self) -> frozenset[str]:
        """The kinds whose frames bring people together."""
        return frozenset(frame.kind for frame in self.frames if frame.contact)


def _demands(row: tuple[Frame, Pattern]) -> tuple[int, int]:
    """How much a frame's pattern asks for, and of two that ask for as much, on how many parties the frame insists."""
    frame, pattern = row
    return pattern.specificity, sum(":" in slot for slot in frame.must)


def load_frames(folders: Sequence[Path] = (), words: Words | None = None) -> Frames:
    """The packaged frames and those of the user's folders; ``words`` are read unless they are given."""
    return Frames(read_entries("frames", Frame, folders), words or load_words(folders))


def check_frames(frames: Frames, read: Callable[[str], Reading]) -> Iterator[str]:
    """What is wrong with the frames' examples, one sentence a fault; ``read`` reads a sentence."""
    for frame in frames.frames:
        for example in frame.examples:
            reports = [r for r in read(example.text).reports if r.frame == frame.id]
            where = f"frames: {frame.id}: {example.text!r}"
            if example.none:
                yield from (f"{where} gives a report at {r.trigger.text!r}, and must give none" for r in reports)
            elif not reports:
                yield f"{where} gives no report of this frame"
            else:
                yield from (f"{where} {fault}" for fault in _faults(example, reports[0]))


def _faults(example: Example, report: Report) -> Iterator[str]:
    if example.status is not None and report.status != example.status:
        yield f"is {report.status}, not {example.status}"
    for role in ("actor", "recipient", "host", "mediator"):
        parties = [p for p in report.participants if p.role == role]
        told, wanted = [p.country or p.name for p in parties], getattr(example, role)
        if wanted == () and parties:
            yield f"has {told} as {role}, not nobody"
        for one in wanted or ():
            if not any(_is(one, p) for p in parties):
                yield f"has {told} as {role}, not {one}"


def _is(wanted: str, party: Participant) -> bool:
    return wanted in {party.country, party.name}
