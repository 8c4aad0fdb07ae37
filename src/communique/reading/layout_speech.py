"""Speech that is set out by the layout: headlines and transcripts ("Name: …"), and lists that a sentence announces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from communique.reading.cast import Cast
from communique.reading.contents import content_of
from communique.reading.drafts import Draft, source
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.quoting import Page
from communique.reading.speakers import source_of
from communique.reading.tokens import Token

_LABEL = re.compile(r"[\"“]?(?P<label>[A-Z][\w.'’\- ]{1,40}?)(?P<colon>:)\s+(?=\S)")
_BULLETS = ("•", "-", "*", "–", "·")
_OWN_VOICE = frozenset({"we", "our", "us", "i", "my"})
_ANNOUNCING = (":", ",")
_LABEL_WORDS = 5


def set_out(page: Page, parsed: ParsedArticle, cast: Cast, drafts: Sequence[Draft]) -> list[Draft]:
    """The statements that layout alone shows, in order."""
    by_block: dict[int, list[Sentence]] = {}
    for sentence in parsed.sentences:
        by_block.setdefault(page.block_of(sentence.start_of(sentence.tokens[0]))[0], []).append(sentence)
    begun = sorted(draft.start for draft in drafts)
    return [*_labelled(parsed, cast, by_block), *_listed(page, parsed, by_block, begun)]


def _labelled(parsed: ParsedArticle, cast: Cast, by_block: dict[int, list[Sentence]]) -> Iterator[Draft]:
    """Headlines that begin with a speaker and a colon, and the turns of a transcript, whose labels come back."""
    found = [(block, match) for block in parsed.blocks if (match := _LABEL.match(parsed.text, block.start, block.end))]
    turns = Counter(match["label"] for _, match in found if match["label"].isupper())
    for block, match in found:
        if len(match["label"].split()) > _LABEL_WORDS:
            continue
        label = _last_token(by_block.get(block.start, ()), match.start("colon"))
        if label is None:
            continue
        heading = block.kind == "title" or block is parsed.blocks[0]
        end = block.start + len(parsed.text[block.start : block.end].rstrip(' \t\xa0"”'))
        if turns[match["label"]] > 1 or (heading and _speaks(cast, *label, parsed.text[match.end() : end])):
            yield Draft(match.end(), end, None, label, "assertion", "direct" if not heading else "indirect")


def _last_token(sentences: Sequence[Sentence], colon: int) -> tuple[Sentence, Token] | None:
    for sentence in sentences:
        for token in sentence.tokens:
            if sentence.end_of(token) == colon and token.pos_ in {"PROPN", "NOUN"}:
                return sentence, token
    return None


def _speaks(cast: Cast, sentence: Sentence, token: Token, content: str) -> bool:
    """Is the label of a headline whoever speaks? A state's name may as well be the topic ("Syria: …")."""
    mention = cast.at(sentence, token)
    own_voice = content[:1] in "“\"'‘" or bool(_OWN_VOICE & set(content.lower().split()[:12]))
    if mention is not None and len(mention.entities) == 1:
        return own_voice or mention.entities[0].type in {"person", "organisation"}
    return token.ent_type_ == "PERSON" or (own_voice and token.ent_type_ in {"ORG", "GPE", "NORP"})


def _listed(
    page: Page, parsed: ParsedArticle, by_block: dict[int, list[Sentence]], begun: Sequence[int]
) -> Iterator[Draft]:
    """The points of a list behind "the minister said the following": each sentence that has no statement of its own."""
    told = iter(begun)
    next_start = next(told, None)
    speaking: tuple[Sentence, Token] | None = None
    for block in parsed.blocks:
        sentences = by_block.get(block.start, [])
        bullet = block.kind == "bullet" or parsed.text[block.start : block.end].lstrip().startswith(_BULLETS)
        speaking = speaking if bullet else None
        for sentence in sentences:
            whole = sentence.whole
            while next_start is not None and next_start < whole.start:
                next_start = next(told, None)
            own = next_start is not None and next_start < whole.end
            if speaking is not None and not own and page.quotations.at(whole.start) is None:
                start = whole.start + len(whole.text) - len(whole.text.lstrip("•-*–· \t"))
                yield Draft(start, whole.end - whole.text.endswith("."), None, speaking, "assertion", "indirect")
        speaking = _announcer(page, sentences) or speaking


def _announcer(page: Page, sentences: Sequence[Sentence]) -> tuple[Sentence, Token] | None:
    """Who announces a list in the last sentence of a block: its cue of saying has no content of its own yet."""
    if not sentences or not sentences[-1].whole.text.endswith(_ANNOUNCING):
        return None
    for token in sentences[-1].tokens:
        cue = page.cues.get(sentences[-1].start_of(token))
        if cue is not None and cue.takes("quotation") and source_of(cue) is not None:
            content = content_of(cue)
            if content is None or content.entry.stance != "assertion":
                return source(cue)
    return None
