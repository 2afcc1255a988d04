"""Every key there is: what it does, what that is called, and on which screen it does it.

The bindings of the screens, and so their footers, their help and the command palette, and the table
of the README are all made from here.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

NUMBER = "#"  # in an action: the digit that is pressed


class Place(StrEnum):
    """The screens on which keys mean something."""

    EVERYWHERE = "everywhere"
    HOME = "home"
    SESSION = "session"
    ANSWER = "answer"
    FLAG = "flag"
    NOTE = "note"
    READING = "reading"
    STATISTICS = "statistics"
    BROWSER = "browser"
    SEARCH = "search"
    ITEM = "item"
    NOTEBOOK = "notebook"
    SETTINGS = "settings"
    VALUE = "value"
    HELP = "help"
    TOUR = "tour"
    MOCK_MENU = "mock_menu"
    MOCK = "mock"
    GRID = "grid"
    HAND_IN = "hand_in"
    SCRATCH = "scratch"
    MOCK_RESULT = "mock_result"
    EXPLORER = "explorer"
    PATH_QUIZ = "path_quiz"


class Key(NamedTuple):
    """One or several keys with the same effect.

    ``names`` are those of the terminal library, with commas between them, ``shown`` is how a person
    reads them. ``word`` is the catalogue key of what they do, ``explained`` that of a fuller word
    where ``word`` alone says too little outside its screen. ``NUMBER`` in ``action`` stands for the
    digit pressed. ``is_first`` keys are taken before whatever has the focus.
    """

    names: str
    action: str
    word: str
    shown: str
    explained: str = ""
    in_footer: bool = True
    is_first: bool = False

    @property
    def meaning(self) -> str:
        """Return the catalogue key of what it does, said as fully as it can be."""
        return self.explained or self.word


_MOVING = (
    Key("up,k", "move(-1)", "key.move", "↑", in_footer=False),
    Key("down,j", "move(1)", "key.move", "↓", in_footer=False),
    Key("pageup", "page(-1)", "key.move", "PgUp", in_footer=False),
    Key("pagedown", "page(1)", "key.move", "PgDn", in_footer=False),
    Key("home,g", "end(-1)", "key.move", "Home", in_footer=False),
    Key("end,G", "end(1)", "key.move", "End", in_footer=False),
)
_SCROLLING = (
    Key("up,k", "scroll(-1)", "key.scroll", "↑", in_footer=False),
    Key("down,j", "scroll(1)", "key.scroll", "↓", in_footer=False),
    Key("pageup", "page(-1)", "key.scroll", "PgUp", in_footer=False),
    Key("pagedown", "page(1)", "key.scroll", "PgDn", in_footer=False),
)
_WALKING = (
    Key("left,h", "move(-1)", "key.step_back", "←", in_footer=False),
    Key("home", "move(-1000)", "key.to_ends", "Home", in_footer=False),
    Key("end", "move(1000)", "key.to_ends", "End", in_footer=False),
)
_CLOSE = Key("escape,q", "close", "key.close", "Esc")
_HELP = Key("question_mark", "app.help", "key.help", "?", explained="key.help.long")

KEYS: Mapping[Place, tuple[Key, ...]] = {
    Place.HOME: (
        Key("enter,d", "start", "key.start", "Enter", explained="key.start.long", in_footer=False),
        Key("n", "practice", "key.practice", "n", explained="key.practice.long"),
        Key("m", "mock", "key.mock", "m"),
        Key("x", "explore", "key.explore", "x", explained="key.explore.long"),
        Key("s", "scores", "key.stats", "s"),
        Key("b", "bank", "key.bank", "b", explained="key.bank.long"),
        Key("r", "notebook", "key.notebook", "r", explained="key.notebook.long"),
        Key("w", "slips", "key.slip_drill", "w", explained="key.slip_drill.long", in_footer=False),
        Key("l", "language", "key.language", "l", explained="key.language.long"),
        Key("comma", "settings", "key.settings", ",", explained="key.settings.long"),
        _HELP,
        Key("q", "app.quit", "key.quit", "q"),
    ),
    Place.SESSION: (
        Key("1,2,3,4,5", f"choose({NUMBER})", "key.choose", "1–4"),
        Key("enter,space", "next", "key.next", "Enter"),
        Key("f1", "hint", "key.hint", "F1"),
        Key("f2", "give_up", "key.give_up", "F2"),
        Key("escape", "leave", "key.leave", "Esc", explained="key.leave.long"),
        Key("f3", "notation", "key.notation", "F3", explained="key.notation.long", in_footer=False),
        Key("f4", "confidence", "key.confidence", "F4", in_footer=False),
        Key("f5", "skip", "key.skip", "F5", explained="key.skip.long", in_footer=False),
        Key("f7", "rest", "key.rest", "F7", in_footer=False),
        Key("c", "cause", "key.cause", "c", explained="key.cause.long", in_footer=False),
        Key("f6", "flag", "key.flag", "F6", explained="key.flag.long", in_footer=False),
        Key("f8,e", "edit", "key.edit", "F8", in_footer=False),
        Key("plus,plus_sign", "easy", "key.easy", "+", explained="key.easy.long", in_footer=False),
        Key("p", "groundwork", "key.groundwork", "p", in_footer=False),
        Key("ctrl+z,u", "undo", "key.undo", "Ctrl+Z", explained="key.undo.long"),
        *_SCROLLING,
    ),
    Place.FLAG: (Key("escape", "leave", "key.cancel", "Esc"),),
    Place.NOTE: (Key("enter", "screen.submit", "key.save", "Enter"),),
    Place.ANSWER: (Key("enter", "screen.submit", "key.submit", "Enter"),),
    Place.READING: (Key("enter,escape,q", "close", "key.close", "Enter"),),
    Place.STATISTICS: (
        Key("1,2,3,4,5", f"open({NUMBER})", "key.page", "1–5", explained="key.page.long"),
        Key("right,n,tab", "turn(1)", "key.following", "→"),
        Key("left,p,shift+tab", "turn(-1)", "key.preceding", "←"),
        Key("enter,escape,q", "close", "key.close", "Enter"),
        Key("space", "page(1)", "key.scroll", "Space", in_footer=False),
        *_SCROLLING,
    ),
    Place.BROWSER: (
        Key("enter", "open", "key.open", "Enter", explained="key.open.long"),
        Key("slash", "search", "key.search", "/", explained="key.search.long"),
        Key("t", "topic", "key.topic", "t", explained="key.topic.long"),
        Key("v", "level", "key.level", "v", explained="key.level.long"),
        Key("s", "state", "key.state", "s", explained="key.state.long"),
        Key("p", "practise", "key.practise", "p", explained="key.practise.long"),
        Key("x", "rest", "key.rest_item", "x", explained="key.rest_item.long"),
        Key("0,delete,backspace", "clear", "key.clear", "0", in_footer=False),
        _CLOSE,
        *_MOVING,
    ),
    Place.SEARCH: (
        Key("enter,down", "screen.to_list", "key.to_list", "Enter"),
        Key("escape", "screen.to_list", "key.to_list", "Esc", in_footer=False),
    ),
    Place.ITEM: (
        Key("p", "practise", "key.practise", "p", explained="key.practise.long"),
        Key("x", "rest", "key.rest_item", "x", explained="key.rest_item.long"),
        Key("right,n", "turn(1)", "key.following", "→"),
        Key("left,N", "turn(-1)", "key.preceding", "←"),
        Key("enter,escape,q", "close", "key.close", "Enter"),
        *_SCROLLING,
    ),
    Place.NOTEBOOK: (
        Key("enter", "drill", "key.drill_slip", "Enter", explained="key.drill_slip.long"),
        Key("a", "drill_all", "key.slip_drill", "a", explained="key.slip_drill.long"),
        _CLOSE,
        *_MOVING,
    ),
    Place.SETTINGS: (
        Key("enter", "edit", "key.set", "Enter"),
        Key("right,space,l", "change(1)", "key.change", "→"),
        Key("left,h", "change(-1)", "key.change_back", "←", in_footer=False),
        _CLOSE,
        *_MOVING,
    ),
    Place.VALUE: (
        Key("enter", "screen.submit", "key.take", "Enter"),
        Key("escape", "screen.drop", "key.drop", "Esc"),
    ),
    Place.HELP: (
        Key("t", "tour", "key.tour", "t", explained="key.tour.long"),
        Key("enter,escape,q", "close", "key.close", "Enter"),
        *_SCROLLING,
    ),
    Place.TOUR: (
        Key("enter,space,right", "go_on", "key.go_on", "Enter"),
        Key("escape", "close", "key.skip_tour", "Esc"),
    ),
    Place.MOCK_MENU: (
        Key("1,2,3,4,5,6,7,8,9", f"choose({NUMBER})", "key.choose", "1–4"),
        _CLOSE,
    ),
    Place.MOCK: (
        Key("1,2,3,4,5", f"choose({NUMBER})", "key.choose", "1–4"),
        Key("right,n,enter,space", "turn(1)", "key.following", "→"),
        Key("left,p", "turn(-1)", "key.preceding", "←", in_footer=False),
        Key("f", "flag", "key.flag_mock", "f", explained="key.flag_mock.long"),
        Key("0,delete,backspace", "choose(0)", "key.unchoose", "0", in_footer=False),
        Key("g", "grid", "key.grid", "g"),
        Key("ctrl+t", "hand_in", "key.hand_in", "^T"),
        Key("escape", "leave", "key.leave", "Esc", explained="key.leave.long"),
        Key("r", "review", "key.review", "r", explained="key.review.long"),
        Key("w", "scratch", "key.scratch", "w", in_footer=False),
        Key("down,j", "scroll(1)", "key.scroll", "↓", in_footer=False),
        Key("up,k", "scroll(-1)", "key.scroll", "↑", in_footer=False),
    ),
    Place.GRID: (
        Key("0,1,2,3,4,5,6,7,8,9", f"digit({NUMBER})", "key.choose", "0–9", in_footer=False),
        Key("enter", "go", "key.go", "Enter"),
        Key("escape,g,q", "close", "key.close", "Esc"),
    ),
    Place.HAND_IN: (
        Key("enter", "answer(True)", "key.hand_in", "Enter"),
        Key("escape,q", "answer(False)", "key.close", "Esc"),
    ),
    Place.SCRATCH: (Key("escape", "close", "key.close", "Esc", is_first=True),),
    Place.MOCK_RESULT: (
        Key("right,enter,n", "turn(1)", "key.one_by_one", "Enter"),
        Key("left,p", "turn(-1)", "key.preceding", "←"),
        Key("t", "drill_misses", "key.drill_misses", "t"),
        _CLOSE,
    ),
    Place.EXPLORER: (
        Key("right,l", "move(1)", "key.step_on", "→"),
        Key("space", "play", "key.play", "Space", explained="key.play.long"),
        Key("enter", "quiz", "key.quiz_step", "Enter", explained="key.quiz_step.long"),
        Key("1,2,3,4", f"isolate({NUMBER})", "key.isolate", "1–4", explained="key.isolate.long"),
        Key("o", "objective", "key.objective", "o", explained="key.objective.long"),
        Key("tab", "rate", "key.rate", "Tab", in_footer=False),
        Key("plus", "nudge(1)", "key.change_rate", "+", explained="key.change_rate.long"),
        Key(
            "minus",
            "nudge(-1)",
            "key.change_rate",
            "-",
            explained="key.change_rate.long",
            in_footer=False,
        ),
        Key("r", "type_rate", "key.type_rate", "r", explained="key.type_rate.long"),
        Key("g", "guess", "key.guess", "g", explained="key.guess.long"),
        Key("t", "table", "key.table", "t", explained="key.table.long"),
        Key("e", "export", "key.export", "e", explained="key.export.long"),
        Key("0", "unite", "key.all_methods", "0", in_footer=False),
        Key("up,k", "cell(-1)", "key.quantity", "↑", in_footer=False),
        Key("down,j", "cell(1)", "key.quantity", "↓", in_footer=False),
        *_WALKING,
        _HELP,
        _CLOSE,
    ),
    Place.PATH_QUIZ: (
        Key("1,2,3,4", f"guess({NUMBER})", "key.choose", "1–4"),
        Key("enter,space", "next", "key.guess_again", "Enter"),
        Key("right,l", "move(1)", "key.step_on", "→"),
        *_WALKING,
        Key("up,k", "scroll(-1)", "key.scroll", "↑", in_footer=False),
        Key("down,j", "scroll(1)", "key.scroll", "↓", in_footer=False),
        _HELP,
        _CLOSE,
    ),
    Place.EVERYWHERE: (
        Key(
            "question_mark,fullwidth_question_mark",
            "app.help",
            "key.help",
            "?",
            explained="key.help.long",
            in_footer=False,
        ),
        Key("ctrl+p", "app.command_palette", "key.palette", "Ctrl+P", in_footer=False),
        Key("ctrl+q", "app.quit", "key.quit", "Ctrl+Q", in_footer=False, is_first=True),
    ),
}
