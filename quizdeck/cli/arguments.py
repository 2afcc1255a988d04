"""The words that the command line understands."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from quizdeck import __version__
from quizdeck.cli.surroundings import Surroundings
from quizdeck.language.catalogue import text
from quizdeck.text import Language

Command = Callable[[argparse.Namespace, Surroundings], int]

_MOST_PROBLEMS = 100_000
NOTATIONS = ("book", "book_weights", "goodfellow", "ruder", "paper")
_RATES = ("lr", "alpha", "rho", "beta1", "beta2", "eps", "weight_decay")
_EXPLORED_RATES = ("lr", "alpha", "beta1", "beta2", "eps")


def parser_for(language: Language) -> argparse.ArgumentParser:
    """Return the parser of all commands, with its help in ``language``."""
    builder = _Builder(language)
    builder.add_studying()
    builder.add_serving()
    builder.add_looking()
    builder.add_making()
    builder.add_log()
    return builder.parser


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers between ``least`` and ``most``."""

    def read(words: str) -> int:
        number = int(words)
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"{least}–{most}")
        return number

    read.__name__ = f"{least}–{most}"
    return read


def _later(module: str, name: str) -> Command:
    """Return a command whose module is loaded only when it runs: the help needs none of them."""

    def run(options: argparse.Namespace, around: Surroundings) -> int:
        command: Command = getattr(import_module(f"quizdeck.cli.{module}"), name)
        return command(options, around)

    return run


class _Group(NamedTuple):
    """A command with commands of its own."""

    name: str
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]"


class _Builder:
    """Adds one group of commands after the other."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.parser = self._new_parser(argparse.ArgumentParser, "command.description")
        self.parser.prog = "quizdeck"
        self.parser.set_defaults(run=_later("screens", "open_home"))
        version = f"quizdeck {__version__}"
        self.parser.add_argument(
            "--version", action="version", version=version, help=self._text("option.version")
        )
        self._banks(self.parser, "banks")
        self._commands = self.parser.add_subparsers(metavar="COMMAND")

    def add_studying(self) -> None:
        drill = self._command("drill", "studying")
        self._banks(drill)
        self._plain(drill)
        drill.add_argument(
            "--minutes", type=whole_number(1, 600), help=self._text("option.minutes")
        )
        self._count(drill, default=None, most=1000)
        drill.add_argument("--topic", help=self._text("option.topic"))
        drill.add_argument("--slips", action="store_true", help=self._text("option.slips"))
        self._notation(drill)
        practice = self._command("practice", "studying")
        self._banks(practice)
        self._plain(practice)
        self._skills(practice)
        self._count(practice, default=10, most=1000)
        self._seed(practice, default=None)
        self._notation(practice)
        practice.add_argument("--options", action="store_true", help=self._text("option.options"))

        exam = self._command("exam", "studying")
        exam.add_argument("date", nargs="?", metavar="DATE", help=self._text("option.date"))
        mock = self._command("mock", "studying")
        self._plain(mock)
        mock.add_argument(
            "preset", nargs="?", default="mini", metavar="PRESET", help=self._text("option.preset")
        )
        self._seed(mock, default=None)
        mock.add_argument("--print", choices=("markdown", "html"), help=self._text("option.print"))
        self._written_to(mock)
        self._add_explore()

    def _add_explore(self) -> None:
        explore = self._command("explore", "exploring")
        explore.add_argument(
            "--objective", metavar="NAME", default="valley", help=self._text("option.objective")
        )
        self._walk(explore, _EXPLORED_RATES, most_steps=1000)
        self._notation(explore)

    def _walk(
        self, parser: argparse.ArgumentParser, rates: Sequence[str], *, most_steps: int
    ) -> None:
        parser.add_argument("--start", metavar="X[,Y]", help=self._text("option.start"))
        steps = whole_number(1, most_steps)
        parser.add_argument("--steps", type=steps, default=30, help=self._text("option.steps"))
        for rate in rates:
            help_text = text("option.rate", self._language, name=rate)
            parser.add_argument(f"--{rate.replace('_', '-')}", metavar="X", help=help_text)

    def add_serving(self) -> None:
        serve = self._command("serve", "serving")
        self._banks(serve)
        port = whole_number(1, 65_535)
        serve.add_argument("--port", type=port, default=0, help=self._text("option.port"))

    def add_looking(self) -> None:
        due = self._command("due", "inspecting")
        self._format(due, "text", "json")
        self._banks(due)
        stats = self._command("stats", "inspecting")
        self._format(stats, "text", "json", "html")
        self._banks(stats)
        self._written_to(stats)
        self._format(self._command("skills", "inspecting"), "text", "jsonl")
        check = self._command("check", "checking")
        check.add_argument("paths", nargs="*", metavar="PATH", help=self._text("option.paths"))
        self._format(check, "text", "json")
        check.add_argument("--execute", action="store_true", help=self._text("banks.execute"))
        self._written_to(self._command("schema", "inspecting"))

    def add_making(self) -> None:
        generate = self._command("generate", "making")
        self._skills(generate)
        self._count(generate, default=10, most=_MOST_PROBLEMS)
        self._seed(generate, default=0)
        self._format(generate, "text", "jsonl", "markdown", "html")
        self._written_to(generate)
        self._notation(generate)
        self._banks(self._command("grade", "making"))
        self._add_trace()

    def _add_trace(self) -> None:
        trace = self._command("trace", "tracing")
        trace.add_argument("methods", nargs="+", metavar="METHOD", help=self._text("option.method"))
        source = trace.add_mutually_exclusive_group()
        source.add_argument("--grads", metavar="G,G,…", help=self._text("option.grads"))
        source.add_argument("--objective", metavar="NAME", help=self._text("option.objective"))
        self._walk(trace, _RATES, most_steps=10_000)
        self._format(trace, "table", "jsonl", "csv", "svg")
        self._written_to(trace)

    def add_log(self) -> None:
        group = self._group("log")
        export = self._command("export", "recording", group)
        place = export.add_mutually_exclusive_group()
        self._written_to(place)
        place.add_argument("--folder", metavar="DIR", help=self._text("option.folder"))
        merge = self._command("merge", "recording", group)
        merge.add_argument("paths", nargs="+", metavar="PATH", help=self._text("option.sources"))
        self._command("backup", "recording", group)
        restore = self._command("restore", "recording", group)
        restore.add_argument("path", metavar="FILE", help=self._text("option.copy"))
        doctor = self._command("doctor", "recording", group)
        doctor.add_argument("--repair", action="store_true", help=self._text("option.repair"))

    def _group(self, name: str) -> "_Group":
        """Return a command that has commands of its own; alone it prints its help."""
        summary = self._text(f"command.{name}")
        parser = self._commands.add_parser(name, help=summary, description=summary, add_help=False)
        self._common(parser)
        return _Group(name, parser.add_subparsers(metavar="COMMAND", required=True))

    def _command(
        self, name: str, module: str, group: "_Group | None" = None
    ) -> argparse.ArgumentParser:
        whole = f"{group.name}_{name}" if group else name
        summary = self._text(f"command.{whole}")
        commands = group.commands if group else self._commands
        parser = commands.add_parser(name, help=summary, description=summary, add_help=False)
        self._common(parser)
        parser.set_defaults(run=_later(module, whole))
        return parser

    def _new_parser(
        self, make: Callable[..., argparse.ArgumentParser], key: str
    ) -> argparse.ArgumentParser:
        parser = make(description=self._text(key), add_help=False)
        self._common(parser)
        return parser

    def _common(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("-h", "--help", action="help", help=self._text("option.help"))
        parser.add_argument("--lang", choices=list(Language), help=self._text("option.lang"))

    def _plain(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--plain", action="store_true", help=self._text("option.plain"))

    def _skills(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("skills", nargs="*", metavar="SKILL", help=self._text("option.skills"))
        parser.add_argument("--level", type=whole_number(1, 5), help=self._text("option.level"))

    def _count(self, parser: argparse.ArgumentParser, default: int | None, most: int) -> None:
        count = whole_number(1, most)
        parser.add_argument("--count", type=count, default=default, help=self._text("option.count"))

    def _seed(self, parser: argparse.ArgumentParser, default: int | None) -> None:
        seed = whole_number(0, 10**15)
        parser.add_argument("--seed", type=seed, default=default, help=self._text("option.seed"))

    def _banks(self, parser: argparse.ArgumentParser, name: str = "more_banks") -> None:
        # a command's own option must not take the place of the one before the command
        parser.add_argument(
            "--bank",
            action="append",
            default=[],
            dest=name,
            metavar="PATH",
            help=self._text("option.bank"),
        )

    def _notation(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--notation", choices=NOTATIONS, help=self._text("option.notation"))

    def _written_to(self, parser: argparse._ActionsContainer) -> None:
        parser.add_argument("-o", "--output", metavar="FILE", help=self._text("option.output"))

    def _format(self, parser: argparse.ArgumentParser, *formats: str) -> None:
        parser.add_argument(
            "--format", choices=formats, default=formats[0], help=self._text("option.format")
        )

    def _text(self, key: str) -> str:
        return text(key, self._language).replace("%", "%%")
