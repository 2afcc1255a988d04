"""The pictures of the statistics as one page that stands alone: no scripts, no foreign files."""

from collections.abc import Iterator, Mapping
from html import escape

from quizdeck.export.charts import svg
from quizdeck.language.catalogue import text
from quizdeck.present.spans import plain_text
from quizdeck.present.statistics import explanation, totals_line
from quizdeck.present.statistics_pictures import pictures
from quizdeck.present.summary import item_title
from quizdeck.study.moment import calendar_date
from quizdeck.study.statistics import Statistics
from quizdeck.text import Language, without_controls

_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>quizdeck – {title}</title>
<style>
:root {{
  --paper: #ffffff; --ink: #1f2328; --faint: #656d76; --track: #e6e8eb;
  --accent: #0b66c3; --right: #1a7f37; --wrong: #b35900;
}}
@media (prefers-color-scheme: dark) {{
  :root {{
    --paper: #14171a; --ink: #e4e7ea; --faint: #9aa3ac; --track: #2c3237;
    --accent: #62aef5; --right: #57c46c; --wrong: #e8a04c;
  }}
}}
body {{
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6;
  background: var(--paper); color: var(--ink);
  font-family: system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", "Noto Sans JP",
    sans-serif;
}}
h2 {{ font-size: 1.05rem; margin: 2.2rem 0 .6rem; }}
small, .muted {{ color: var(--faint); font-weight: normal; }}
section {{ break-inside: avoid; }}
svg {{ width: 100%; height: auto; overflow: visible; }}
svg text {{ font-size: 13px; fill: var(--ink); }}
svg .muted {{ fill: var(--faint); }}
svg .strong {{ font-weight: bold; }}
.track, .shade0 {{ fill: var(--track); }}
.accent, .shade1, .shade2, .shade3, .shade4, circle {{ fill: var(--accent); }}
.shade1 {{ fill-opacity: .3; }}
.shade2 {{ fill-opacity: .5; }}
.shade3 {{ fill-opacity: .75; }}
.correct {{ fill: var(--right); }}
.wrong {{ fill: var(--wrong); }}
.mark {{ fill: var(--ink); }}
polyline {{ fill: none; stroke-linejoin: round; }}
.line {{ stroke: var(--accent); stroke-width: 2; }}
.axis {{ stroke: var(--track); stroke-width: 1; }}
.target {{ stroke: var(--faint); stroke-width: 1; stroke-dasharray: 2 4; }}
</style>
</head>
<body>
<h1>{title} <small>{date}</small></h1>
"""


def statistics_page(
    statistics: Statistics, language: Language, *, prompts: Mapping[str, str | None]
) -> Iterator[str]:
    """Yield the page in pieces; ``prompts`` are those of the items that are named."""
    date = calendar_date(statistics.today).isoformat()
    title = escape(text("stats.title", language))
    yield _HEAD.format(language=language.value, title=title, date=date)
    if statistics.attempts:
        yield f"<p>{escape(totals_line(statistics.scores, language))}</p>\n"
        for picture in pictures(statistics, language):
            heading = _heading(picture.title, picture.note)
            yield f"<section>\n{heading}\n{svg(picture, language)}\n</section>\n"
    else:
        yield f"<p>{escape(text('stats.none', language))}</p>\n"
    yield from _flags(statistics, language, prompts)
    note = escape(plain_text(explanation(language).spans))
    yield f'<p class="muted">{note}</p>\n</body>\n</html>\n'


def _flags(
    statistics: Statistics, language: Language, prompts: Mapping[str, str | None]
) -> Iterator[str]:
    if statistics.flags:
        yield f"<section>\n{_heading(text('stats.flags', language), '')}\n<ul>\n"
        for flag in statistics.flags:
            name = escape(item_title(flag.item, prompts.get(flag.item), language))
            note = escape(without_controls(flag.note))
            yield f'<li>{name} <span class="muted">{note}</span></li>\n'
        yield "</ul>\n</section>\n"


def _heading(title: str, note: str) -> str:
    return f"<h2>{escape(title)} <small>{escape(note)}</small></h2>"
