"""Problems to print."""

from html.parser import HTMLParser

import pytest

from quizdeck.export.worksheets import html_worksheet, markdown_worksheet
from quizdeck.problems.precision import display
from quizdeck.problems.problem import build
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.text import Language

PROBLEMS = [build(skill_by_id(name), 7) for name in ("adam.v.2", "momentum.v.3")]
LANGUAGES = pytest.mark.parametrize("language", Language)


@LANGUAGES
def test_markdown_keeps_the_latex_and_puts_the_key_behind_a_page_break(
    language: Language,
) -> None:
    sheet, page_break, key = "\n".join(markdown_worksheet(PROBLEMS, language)).partition(
        "page-break-after"
    )
    assert page_break
    for problem in PROBLEMS:
        assert problem.prompt.in_language(language) in sheet
        assert problem.sheet[-1].latex not in sheet
        assert f"$$ {problem.sheet[-1].latex} $$" in key
        assert display(problem.answer, problem.precision) in key


@LANGUAGES
def test_html_is_one_well_formed_page_that_loads_nothing(language: Language) -> None:
    page = "\n".join(html_worksheet(PROBLEMS, language))
    reader = _Tags()
    reader.feed(page)
    assert reader.open_tags == []
    assert not reader.names & {"script", "link", "img", "iframe"}
    sheet, _, key = page.partition('class="key"')
    assert sheet.count("<li>") == key.count("<li>") == len(PROBLEMS)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open_tags: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.names.add(tag)
        if tag != "meta":
            self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open_tags.pop() == tag
