"""How the time to read an article grows with its length: one of 200,000 words with 10,000 quotation marks and a tenth.

Reading must take linear time, whatever the text. The articles are made from a few sentence patterns with a fixed seed,
in paragraphs as newspapers set them and as one paragraph.
"""

from __future__ import annotations

import argparse
import random
import time

import communique

STATES = ("Norway", "Jordan", "China", "Brazil", "Croatia", "Canada", "Kenya", "Vietnam")
PLAIN = (
    "The foreign minister of {0} met the president of {1} in {0} on Monday to discuss trade and security.",
    "He accused {1} of breaking the agreement, a charge that {1} denied.",
    "Officials in {1} had announced on 3 May that talks would resume next week.",
    "The ambassador of {0} visited {1} last year and met her counterpart there.",
)
QUOTED = (
    '"We will not accept the demands of {1}," the envoy of {0} said after the meeting.',
    'He told reporters that {1} was "ready to resume talks" with {0}.',
    '"It is a threat to peace," the minister said on Tuesday. "We call on {1} to withdraw."',
)


def article(words: int, marks: int, seed: int = 1) -> str:
    """An article of about ``words`` words and ``marks`` quotation marks, in paragraphs of four sentences."""
    chance = random.Random(seed)
    sentences: list[str] = []
    written = marked = 0
    while written < words:
        pattern = chance.choice(QUOTED if marked * words < marks * written else PLAIN)
        sentences.append(pattern.format(*chance.sample(STATES, 2)))
        written += len(sentences[-1].split())
        marked += sentences[-1].count('"')
    return "\n\n".join(" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4))


def main() -> None:
    """Read both articles in both layouts; print the processor time of each, and how many times as long one took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=200_000, help="words of the large article (default: 200,000)")
    words = parser.parse_args().words
    reader = communique.load()
    reader.read(article(1_000, 50), published="2020-05-10")
    for layout, separator in (("paragraphs", "\n\n"), ("one paragraph", " ")):
        seconds = []
        for size in (words // 10, words):
            text = article(size, size // 20).replace("\n\n", separator)
            started = time.process_time()
            reading = reader.read(text, published="2020-05-10", clean=True)
            seconds.append(time.process_time() - started)
            print(f"{layout}: {size} words, {len(reading.statements)} statements in {seconds[-1]:.1f} s")
        print(f"{layout}: {seconds[1] / seconds[0]:.1f} times as long for ten times the text")


if __name__ == "__main__":
    main()
