"""The LaTeX source as tokens, read one at a time with the column of each."""

import re

from quizdeck.errors import MathError

_TOKEN = re.compile(
    r"\\operatorname\*|\\[A-Za-z]+|\\.|:=|[0-9]+(?:\.[0-9]+)?|\.[0-9]+|.", re.DOTALL
)
_SPACES = " \t\r\n"
_ENVIRONMENT = re.compile(r"\s*\{([^{}]*)\}")
_TEXT = re.compile(r"\s*\{((?:[^\\{}$%#&_^]|\\[%#&_{}$ ])*)\}")
_STRUCTURE = frozenset({"}", "&", "\\\\", r"\right", r"\end"})
_SCRIPTS = frozenset({"^", "_", "'"})


class Source:
    """A reading position in LaTeX source; spaces between tokens carry no meaning."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0

    @property
    def column(self) -> int:
        """The 1-based column of the next token."""
        self.skip_spaces()
        return self._position + 1

    def error(self, key: str, **details: object) -> MathError:
        """Return an error at the next token."""
        return MathError(key, column=self.column, **details)

    def skip_spaces(self) -> None:
        """Move to the next token."""
        while self._position < len(self._text) and self._text[self._position] in _SPACES:
            self._position += 1

    def peek(self) -> str:
        """Return the next token, or an empty string at the end."""
        self.skip_spaces()
        token = _TOKEN.match(self._text, self._position)
        return token.group() if token else ""

    def take(self) -> str:
        """Return the next token and move behind it."""
        token = self.peek()
        self._position += len(token)
        return token

    def at_digit(self) -> bool:
        """Return whether a number follows without a space."""
        return re.match(r"\.?[0-9]", self._text[self._position : self._position + 2]) is not None

    def take_digit(self, *, alone: bool) -> str:
        """Return the next digit, or an empty string where no number follows.

        ``alone`` refuses a digit with more digits behind it: LaTeX would take the first one only.
        """
        self.skip_spaces()
        number = re.match(r"[0-9.]*[0-9]", self._text[self._position :])
        if not number:
            return ""
        digits = number.group()
        if digits[0] == "." or (alone and len(digits) > 1):
            raise self.error("math.braces_needed", text=digits)
        self._position += 1
        return digits[0]

    def take_text(self, command: str) -> str:
        """Return the words in the braces that follow ``command``; runs of spaces become one."""
        match = _TEXT.match(self._text, self._position)
        if not match:
            raise self.error("math.unreadable_text", command=command)
        text = re.sub(r"\s+", " ", re.sub(r"\\(.)", r"\1", match.group(1)))
        if not text:
            raise self.error("math.empty_argument", command=command)
        for character in text:
            if not character.isprintable():
                raise self.error("math.unknown_character", character=ascii(character))
        self._position = match.end()
        return text

    def take_environment(self, command: str) -> None:
        """Move behind ``{cases}``, the one environment there is."""
        match = _ENVIRONMENT.match(self._text, self._position)
        if not match:
            raise self.error("math.missing_argument", command=command)
        if match.group(1) != "cases":
            raise self.error("math.unknown_environment", name=match.group(1))
        self._position = match.end()

    def refusal(self) -> MathError:
        """Return the error that says why no item can begin with the next token."""
        read = self.peek()
        if read == "\\":
            return self.error("math.trailing_backslash")
        if read in _STRUCTURE or re.fullmatch(r"\\[bB]igg?r", read):
            return self.error("math.unexpected", token=read)
        if read in _SCRIPTS:
            return self.error("math.script_without_base", script=read)
        if read.startswith("\\"):
            return self.error("math.unknown_command", command=read)
        shown = read if read.isprintable() else ascii(read)
        return self.error("math.unknown_character", character=shown)
