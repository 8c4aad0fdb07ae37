"""Knowledge bases of persons and their offices: FollowTheMoney entities, and Popolo JSON.

FollowTheMoney (https://followthemoney.tech): ``Person``, ``Position`` and ``Occupancy`` entities, one JSON object a
line, as OpenSanctions and others publish them. Popolo (http://www.popoloproject.com): one JSON object with ``persons``,
``memberships``, ``posts`` and ``organizations``. Entries that say nothing of persons are passed over.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from communique.errors import InputError
from communique.lexicon.states import States, load_states
from communique.people import KnownPerson, Post

#: The largest file that is read, in bytes.
_LARGEST = 512 * 2**20
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

Row = dict[str, Any]


def read_people(path: Path) -> tuple[KnownPerson, ...]:
    """The persons of a file, in the order of their ids.

    Raises:
        InputError: the file cannot be read, is neither format, or holds no person with a name.

    """
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path}: larger than {_LARGEST >> 20} MB; leave out who is of no concern")
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    states = load_states()
    found = _popolo(path, content, states) if _is_popolo(content) else _follow_the_money(path, content, states)
    persons = {person.id: person for person in found if person.names}
    if not persons:
        raise InputError(f"{path}: no person with a name; give FollowTheMoney entities, one a line, or Popolo JSON")
    return tuple(persons[key] for key in sorted(persons))


def _is_popolo(content: bytes) -> bool:
    try:
        whole = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return False
    return isinstance(whole, dict) and "persons" in whole


def _follow_the_money(path: Path, content: bytes, states: States) -> Iterator[KnownPerson]:
    by_schema: dict[str, dict[str, Row]] = defaultdict(dict)
    for number, line in enumerate(content.splitlines(), 1):
        if line.strip():
            entity = _entity(path, number, line)
            by_schema[str(entity.get("schema"))][str(entity.get("id"))] = entity["properties"]
    held: dict[str, list[Row]] = defaultdict(list)
    for occupancy in by_schema["Occupancy"].values():
        for holder in _values(occupancy, "holder"):
            held[holder].append(occupancy)
    for key, person in by_schema["Person"].items():
        posts = [
            _post(label, _values(by_schema["Position"][post], "country"), occupancy, states, "startDate", "endDate")
            for occupancy in held[key]
            for post in _values(occupancy, "post")
            if post in by_schema["Position"]
            for label in _values(by_schema["Position"][post], "name")[:1]
        ]
        posts.extend(_post(label, [], {}, states) for label in _values(person, "position"))
        given = [*_values(person, "nationality"), *_values(person, "country"), *_values(person, "citizenship")]
        names = dict.fromkeys((*_values(person, "name"), *_values(person, "alias"), *_values(person, "weakAlias")))
        yield _known(f"{path.name}#{key}", names, given, posts, states)


def _entity(path: Path, number: int, line: bytes) -> Row:
    try:
        entity = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError(f"{path}, line {number}: not JSON ({error}); one entity a line is needed") from error
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        raise InputError(f"{path}, line {number}: no entity with 'schema' and 'properties'")
    return entity


def _values(entity: Row, name: str) -> list[str]:
    """The values of a property, which is a list or a lone value; what is no text (a nested entity) gives its id."""
    values = entity.get(name) or []
    listed = values if isinstance(values, list) else [values]
    return [str(value.get("id", "")) if isinstance(value, dict) else str(value) for value in listed if value]


def _popolo(path: Path, content: bytes, states: States) -> Iterator[KnownPerson]:
    whole: Row = msgspec.json.decode(content)
    rows = {key: [row for row in whole.get(key) or [] if isinstance(row, dict)] for key in whole}
    posts = {str(post.get("id")): post for post in rows.get("posts", [])}
    bodies = {str(body.get("id")): str(body.get("name") or "") for body in rows.get("organizations", [])}
    held: dict[str, list[Row]] = defaultdict(list)
    for membership in rows.get("memberships", []):
        held[str(membership.get("person_id"))].append(membership)
    for person in rows["persons"]:
        key = str(person.get("id"))
        memberships = [*held[key], *(m for m in person.get("memberships") or [] if isinstance(m, dict))]
        others = (row for row in person.get("other_names") or [] if isinstance(row, dict))
        names = dict.fromkeys([*_values(person, "name"), *(name for row in others for name in _values(row, "name"))])
        found = []
        for membership in memberships:
            post = posts.get(str(membership.get("post_id")), {})
            body = bodies.get(str(membership.get("organization_id") or post.get("organization_id")), "")
            label = next(iter([*_values(membership, "role"), *_values(post, "label"), *_values(post, "role")]), "")
            if label:
                found.append(_post(label, [body], membership, states, "start_date", "end_date"))
        yield _known(f"{path.name}#{key}", names, _values(person, "national_identity"), found, states)


def _known(key: str, names: dict[str, None], countries: list[str], posts: list[Post], states: States) -> KnownPerson:
    stated = [code for country in countries if (code := _country(country, states)) is not None]
    of = [post.country for post in posts if post.country is not None]
    return KnownPerson(key, tuple(names), tuple(dict.fromkeys([*stated, *of])), tuple(posts))


def _post(label: str, of: list[str], dated: Row, states: States, start: str = "", end: str = "") -> Post:
    """A post; its country is what it is of, else the one state that its words name, which is no word of the office."""
    inside = list(states.find(label))
    named = {found.phrase.state.country for found in inside}
    country = next((code for each in of if (code := _country(each, states)) is not None), None)
    words = label
    for found in reversed(inside):
        words = f"{words[: found.start]} {words[found.end :]}"
    return Post(
        label=label,
        country=country or (named.pop() if len(named) == 1 else None),
        start=next((day for value in _values(dated, start) if (day := _day(value, last=False))), None),
        end=next((day for value in _values(dated, end) if (day := _day(value, last=True))), None),
        words=" ".join(words.split()),
    )


def _country(text: str, states: States) -> str | None:
    """The code of a state given by alpha-2 or alpha-3 code, name or adjective, or named in a body's name."""
    code = text.upper()
    for state in states.states:
        if code in {state.alpha2, state.code}:
            return state.country
    called = states.by_name(text) or states.by_adjective(text)
    if called is not None:
        return called.country
    named = {found.phrase.state.country for found in states.find(text)}
    return named.pop() if len(named) == 1 else None


def _day(text: str, *, last: bool) -> datetime.date | None:
    """The first or last day that a date of day, month or year precision can mean, or ``None``."""
    match = _DAY.match(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        month_ = month or (12 if last else 1)
        return datetime.date(year or 1, month_, day or (calendar.monthrange(year or 1, month_)[1] if last else 1))
    except ValueError:
        return None
