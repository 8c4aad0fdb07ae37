"""Who says so: the statements of an article, and the source behind an act that it reports.

A statement is what an article ascribes to somebody: words (quoted, reported or both), a belief, a question, a request,
an intention or a judgement. Cues come from the lexicon; quotations are tied to cues by where they stand
(:mod:`~communique.reading.quoted_speech`), everything else by the parse (:mod:`~communique.reading.reported_speech`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set

from communique.lexicon.cues import Cues, load_cues
from communique.reading.cast import Cast
from communique.reading.continuity import Continuity
from communique.reading.cue_words import find_cue_words
from communique.reading.drafts import Draft
from communique.reading.issuers import Issuers
from communique.reading.layout_speech import set_out
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.quotations import find_quotations
from communique.reading.quoted_speech import quoted
from communique.reading.quoting import Page
from communique.reading.reported_speech import reported, without_inner
from communique.reading.speakers import addressee, speaker
from communique.records import Attribution, Span, Speaker, Statement, digest

__all__ = ["Cues", "attribution_of", "find_statements", "load_cues"]

#: How many statements before an act may hold it.
_NEAREST = 200


def find_statements(
    parsed: ParsedArticle, cast: Cast, cues: Cues, texts: Set[str] = frozenset()
) -> tuple[Statement, ...]:
    """All statements of an article in the order of their content. ``texts`` are nouns for what bodies issue."""
    found = [cue for sentence in parsed.sentences for cue in find_cue_words(sentence, cues)]
    page = Page(parsed, find_quotations(parsed.text, parsed.blocks), {cue.position: cue for cue in found})
    drafts = quoted(page)
    drafts += reported(page, found, {draft.cue for draft in drafts if draft.cue is not None})
    drafts = without_inner([*drafts, *set_out(page, parsed, cast, drafts)])
    return tuple(_records(parsed, drafts, _speakers(cast, drafts, Issuers(parsed, cast, texts))))


def _records(parsed: ParsedArticle, drafts: Sequence[Draft], speakers: Mapping[Draft, Speaker]) -> Iterator[Statement]:
    """The drafts as records, in the order of their content; of two with the same content the first that has a cue."""
    last = None
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end, d.cue is None, d.position)):
        if (draft.start, draft.end) == last or draft.end <= draft.start:
            continue
        last = draft.start, draft.end
        yield Statement(
            id=digest("statement", parsed.article.id, draft.start, draft.end),
            article=parsed.article.id,
            speaker=speakers.get(draft),
            cue=draft.cue.span if draft.cue is not None else None,
            content=Span(draft.start, draft.end, parsed.text[draft.start : draft.end]),
            quoted=draft.quoted,
            stance=draft.stance,
            addressee=addressee(draft.cue) if draft.cue is not None else None,
        )


def _speakers(cast: Cast, drafts: Sequence[Draft], issuers: Issuers) -> dict[Draft, Speaker]:
    """Who says each statement, where anybody does."""
    continuity = Continuity(cast, drafts)
    found = {}
    for draft in sorted(drafts, key=lambda d: d.position):
        named = speaker(cast, *draft.source) if draft.source is not None else None
        who = continuity.resolve(issuers.resolve(named, draft.source), draft.position)
        if who is not None:
            found[draft] = who
    return found


def attribution_of(statements: Sequence[Statement], sentence: Sentence, position: int) -> Attribution | None:
    """According to whom the act at an article position is reported; ``None``: in the outlet's own voice.

    The statements whose content covers the position are the chain of sources, outermost first; ``name`` joins their
    names with semicolons ("Sputnik; a source inside the ministry"), everything else is of the innermost. Only what is
    asserted or believed counts: that an act is wanted or condemned says nothing on who reports it. ``sentence`` is the
    sentence of the act: what begins behind it is not looked at, nor what begins more than 200 statements before it.
    """
    limit = bisect_right(statements, sentence.whole.end, key=lambda s: s.content.start)
    nearest = statements[max(limit - _NEAREST, 0) : limit]
    covering = [s for s in nearest if s.content.start <= position < s.content.end]
    chain = [s for s in covering if s.stance in {"assertion", "belief"} and s.speaker is not None]
    if not chain:
        return None
    chain.sort(key=lambda s: s.content.start - s.content.end)
    inner = chain[-1]
    assert inner.speaker is not None
    return Attribution(
        source="named" if inner.speaker.actor is not None and inner.speaker.name[:1].isupper() else "unnamed",
        name="; ".join(dict.fromkeys(s.speaker.name for s in chain if s.speaker is not None)),
        actor=inner.speaker.actor,
        cue=inner.cue,
        span=inner.speaker.span,
    )
