"""What the command line accepts. Commands are imported when they run, so that one does not pay for another."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from typing import NoReturn, TypeAlias

from coopterms._version import __version__
from coopterms.errors import InputError

_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line, like every other error of the program."""

    def error(self, message: str) -> NoReturn:
        raise InputError(message, hint=f"see {self.prog} --help")


def _command(module: str, function: str = "run") -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        status: int = getattr(importlib.import_module(f"coopterms.cli.{module}"), function)(options)
        return status

    return run


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number


_count.__name__ = "number"  # what argparse calls it where the text is no number


def _add_tables(command: argparse.ArgumentParser) -> None:
    """Let a command read the user's tables on top of the packaged ones; `cli.overlays` reads the option."""
    command.add_argument(
        "--tables",
        metavar="FOLDER",
        action="append",
        default=[],
        help="lay your own tables over the packaged ones; may be repeated, the last is the strongest",
    )


def _resolve(commands: _Commands) -> None:
    resolve = commands.add_parser(
        "resolve",
        help="say who and what mentions mean",
        description="Say which person, office, organisation or term each mention means. Without TEXT, or with -, mentions are read "
        "from standard input, one a line.",
    )
    resolve.add_argument("text", nargs="*", metavar="TEXT", help="a mention, as printed")
    resolve.add_argument("--on", metavar="DATE", help="date of the text, YYYY-MM-DD")
    resolve.add_argument("--format", choices=("table", "json", "jsonl", "csv"), help="default: table; csv with --input")
    resolve.add_argument("--explain", action="store_true", help="print the reasons, too")
    resolve.add_argument("--input", metavar="FILE.csv", help="read mentions from a column of a CSV file (- for standard input)")
    resolve.add_argument("--column", metavar="NAME", help="the column with the mentions")
    resolve.add_argument("--date-column", metavar="NAME", help="the column with the dates, YYYY-MM-DD")
    resolve.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    resolve.add_argument("--strict", action="store_true", help="exit with 1 if anything is not resolved")
    _add_tables(resolve)
    resolve.set_defaults(run=_command("resolve"))


def _annotate(commands: _Commands) -> None:
    annotate = commands.add_parser(
        "annotate",
        help="say who and what a document names",
        description="Read whole documents: every official, office, organisation and term, with its place in the text. Without FILE, or "
        "with -, the document is read from standard input.",
    )
    annotate.add_argument("file", nargs="*", metavar="FILE", help="a document, UTF-8 text")
    annotate.add_argument("--on", metavar="DATE", help="date of the documents, YYYY-MM-DD (default: what each says itself)")
    annotate.add_argument("--format", choices=("table", "jsonl", "html"), help="default: table")
    annotate.add_argument("--summary", action="store_true", help="count what is named, in all and in each document")
    annotate.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    annotate.add_argument("--strict", action="store_true", help="exit with 1 if anything is not resolved")
    _add_tables(annotate)
    annotate.set_defaults(run=_command("annotate"))


def _align(commands: _Commands) -> None:
    align = commands.add_parser(
        "align",
        help="say what an English and a Chinese text both name",
        description="Pair what an English and a Chinese text name: officials, offices, organisations, terms; and list what only one names. "
        "The texts need not be parallel. One of them may be -, standard input.",
    )
    align.add_argument("english", metavar="ENGLISH", help="the English document, UTF-8 text")
    align.add_argument("chinese", metavar="CHINESE", help="the Chinese document, UTF-8 text")
    align.add_argument("--on", metavar="DATE", help="date of both, YYYY-MM-DD (default: what each says itself, or the one that does)")
    align.add_argument("--format", choices=("table", "csv", "html"), default="table", help="default: table")
    align.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    align.add_argument("--strict", action="store_true", help="exit with 1 if an official or an office is in one text only, or ambiguous")
    _add_tables(align)
    align.set_defaults(run=_command("align"))


def _gloss(commands: _Commands) -> None:
    gloss = commands.add_parser(
        "gloss",
        help="give the English of the names, titles and terms of a Chinese text",
        description="List the names, titles and terms of a Chinese text with the English that Hong Kong used at its date, and what looks "
        "like one and has no official English. With -, the text is read from standard input.",
    )
    gloss.add_argument("annex", metavar="CHINESE", help="the Chinese document, UTF-8 text")
    gloss.add_argument("--on", metavar="DATE", help="date of the document, YYYY-MM-DD (default: what it says itself)")
    gloss.add_argument("--format", choices=("table", "csv", "html", "tbx"), default="table", help="default: table")
    gloss.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    gloss.add_argument("--strict", action="store_true", help="exit with 1 if anything is ambiguous or on the work list")
    _add_tables(gloss)
    gloss.set_defaults(run=_command("gloss"))


def _show(commands: _Commands) -> None:
    show = commands.add_parser("show", help="show an entity: labels, names, who held it, what became of it")
    show.add_argument("id", metavar="ID", help="such as office:hk-secretary-for-justice")
    show.add_argument("--format", choices=("table", "json"), default="table")
    _add_tables(show)
    show.set_defaults(run=_command("show"))


def _search(commands: _Commands) -> None:
    search = commands.add_parser("search", help="find entities by words of their names, in English or Chinese")
    search.add_argument("words", nargs="+", metavar="WORDS")
    search.add_argument("--kind", choices=("person", "office", "organisation", "term"), help="only this kind")
    search.add_argument("--limit", type=_count, default=20, metavar="N", help="at most N (default 20)")
    _add_tables(search)
    search.set_defaults(run=_command("search"))


def _gazetteer(commands: _Commands) -> None:
    gazetteer = commands.add_parser("gazetteer", help="look after the tables")
    tasks = gazetteer.add_subparsers(metavar="TASK", required=True)
    validate = tasks.add_parser("validate", help="name file, line and column of every fault in the tables")
    validate.add_argument("folder", nargs="?", metavar="FOLDER", help="default: the packaged tables, or the checkout's own")
    validate.add_argument("--fix", action="store_true", help="first write the tables in canonical form (order, quoting)")
    _add_tables(validate)
    validate.set_defaults(run=_command("gazetteer", "run_validate"))
    stats = tasks.add_parser("stats", help="count rows by kind, place, confidence and period")
    stats.add_argument("folder", nargs="?", metavar="FOLDER", help="this folder alone (default: the packaged tables)")
    _add_tables(stats)
    stats.set_defaults(run=_command("gazetteer", "run_stats"))
    _namesakes(tasks)
    new = tasks.add_parser(
        "new",
        help="begin tables of your own",
        description="Write empty tables and a README that says what belongs where. Nothing that exists is written over.",
    )
    new.add_argument("folder", metavar="FOLDER", help="where they are to stand; made if it is not there")
    new.set_defaults(run=_command("gazetteer", "run_new"))
    _export(tasks)


def _namesakes(tasks: _Commands) -> None:
    namesakes = tasks.add_parser(
        "namesakes",
        help="list the forms that two people share, and what tells the people apart",
        description="List every form of a name that two people (or offices, organisations, terms) share, and what tells them apart. With "
        "--tables, only what your own tables take part in.",
    )
    namesakes.add_argument("--kind", choices=("person", "office", "organisation", "term"), default="person", help="default: person")
    namesakes.add_argument("--format", choices=("table", "csv"), default="table", help="default: table")
    namesakes.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    _add_tables(namesakes)
    namesakes.set_defaults(run=_command("namesakes"))


def _export(tasks: _Commands) -> None:
    export = tasks.add_parser(
        "export",
        help="write the gazetteer, or what a document names, for other programs",
        description="Write entities with their names as a glossary (OmegaT, Trados, memoQ, DeepL), as TBX (version 3; tbx2: version 2), as "
        "a SKOS vocabulary in Turtle, or as FollowTheMoney entities with who held which office.",
    )
    formats = ("omegat", "trados", "memoq", "deepl", "tbx", "tbx2", "skos", "ftm")
    export.add_argument("--format", choices=formats, required=True)
    export.add_argument(
        "--script", choices=("Hant", "Hans"), help="Chinese in this script only (omegat, trados, memoq, deepl: default Hant)"
    )
    export.add_argument("--from", choices=("en", "zh"), dest="source", help="language that is translated (omegat, deepl; default en)")
    export.add_argument("--kind", choices=("person", "office", "organisation", "term"), action="append", help="only this; may be repeated")
    export.add_argument("--document", metavar="FILE", help="only what this document names (UTF-8 text, - for standard input)")
    export.add_argument("--on", metavar="DATE", help="date of the document; without one, only what existed then")
    export.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    _add_tables(export)
    export.set_defaults(run=_command("export"))


_COMMANDS: dict[str, Callable[[_Commands], None]] = {
    "resolve": _resolve,
    "annotate": _annotate,
    "align": _align,
    "gloss": _gloss,
    "show": _show,
    "search": _search,
    "gazetteer": _gazetteer,
}


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """Make the parser of the command line.

    Args:
        command: the first word of the command line; if it is a command, only that one is made, for making all takes milliseconds.
    """
    top = _Parser(
        prog="coopterms",
        description="Who and what an official Hong Kong text means: officials, offices, organisations and terms.",
    )
    top.add_argument("--version", action="version", version=f"coopterms {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for name in [command] if command in _COMMANDS else _COMMANDS:
        _COMMANDS[name](commands)
    return top
