"""What was read out of one article, and why one was rejected."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.display.days import day_text, time_text
from communique.display.footnotes import TRIGGER
from communique.display.text import highlighted, plain, safe, shortened
from communique.display.values import STATUS_STYLES, place_text, short_id, who_text
from communique.records import Report, Statement
from communique.store.dossiers import ArticleDossier
from communique.store.lookup import ArticleHead

_LONGEST = 400


def article_page(dossier: ArticleDossier) -> Group:
    """An article's head, then each report and statement with its words."""
    article, reports, statements = dossier.article, dossier.reports, dossier.statements
    parts: list[RenderableType] = [safe(article.title or "(no title)", "bold"), Text(_head(article), style="dim")]
    if article.genre is not None:
        parts.append(Text(plain(f"{article.genre}, by its {article.genre_reason}: {article.genre_words}"), style="dim"))
    parts += [Text(), Text(f"Reports ({len(reports)})", style="bold")]
    for report in reports:
        parts.extend(_report(report))
    parts += [Text(), Text(f"Statements ({len(statements)})", style="bold")]
    for statement in statements:
        parts.extend(_statement(statement))
    return Group(*parts)


def _head(article: ArticleHead) -> str:
    day = day_text(article.published)
    published = f"{day} ({article.published_basis})" if day else "undated"
    fields = (article.outlet, published, article.author, article.language, article.url or article.source, article.id)
    return " · ".join(plain(field) for field in fields if field is not None)


def _report(report: Report) -> list[RenderableType]:
    line = Text("  ").append(report.status, style=STATUS_STYLES.get(report.status, ""))
    facts = (plain(report.kind), who_text(report.participants), time_text(report.time), place_text(report.place))
    line.append(f" {' · '.join(fact for fact in facts if fact)}")
    if report.event is not None:
        line.append(f"  event {short_id(report.event)}", style="dim")
    mark = (report.trigger.start, report.trigger.end, TRIGGER)
    return [line, Padding(highlighted(report.evidence.text, report.evidence.start, [mark]), (0, 0, 0, 6))]


def _statement(statement: Statement) -> list[RenderableType]:
    line = Text("  ").append_text(safe(statement.speaker.name if statement.speaker is not None else "unknown speaker"))
    line.append(f" ({statement.quoted} {statement.stance})", style="dim")
    return [line, Padding(Text(shortened(statement.content.text, _LONGEST)), (0, 0, 0, 6))]
