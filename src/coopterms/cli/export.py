"""`coopterms gazetteer export`: the gazetteer, or what a document names, for translation programs and others."""

from __future__ import annotations

import argparse
import importlib
import sys
from typing import Any, NamedTuple

from coopterms.cli.files import output, read_text
from coopterms.cli.overlays import lexicon_of, overlay
from coopterms.errors import InputError
from coopterms.export.glossary import language_of, named_in
from coopterms.index.lexicon import Lexicon
from coopterms.model import LANGUAGES, Entity
from coopterms.reading.resolver import Resolver, iso_date

KINDS = ("person", "office", "organisation", "term")


class _Format(NamedTuple):
    """Where the writer of a format is, and what it wants to know."""

    module: str
    function: str
    wants: tuple[str, ...]


_FORMATS = {
    "omegat": _Format("omegat", "write", ("script", "from_english")),
    "deepl": _Format("deepl", "write", ("script", "from_english")),
    "trados": _Format("termbase", "write_trados", ("script",)),
    "memoq": _Format("termbase", "write_memoq", ("script",)),
    "tbx": _Format("tbx", "write", ("title", "languages")),
    "tbx2": _Format("tbx", "write_martif", ("title", "languages")),
    "skos": _Format("skos", "write", ("title", "languages")),
    "ftm": _Format("ftm", "write", ("tenures", "languages")),
}


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises:
        InputError: the options do not fit together, the document cannot be read, there is nothing to write, or a name cannot be written.
        DateError: `--on` is no date.
    """
    chosen = _FORMATS[options.format]
    if options.source and "from_english" not in chosen.wants:
        raise InputError(f"--from has no meaning for {options.format}, which has no direction", hint="leave it out")
    lexicon = lexicon_of(options)
    entities = _entities(options, lexicon)
    if not entities:
        raise InputError("there is nothing of that sort to export", options.document or "", "ask for other kinds or another day")
    script = language_of(options.script or "Hant")
    offers: dict[str, Any] = {
        "script": options.script or "Hant",
        "from_english": options.source != "zh",
        "title": f"coopterms, tables of {lexicon.data_version}",
        "languages": ("en", script) if options.script else LANGUAGES,
        "tenures": (tenure for entity in entities if entity.kind == "person" for tenure in lexicon.tenures_of(entity.id)),
    }
    write = getattr(importlib.import_module(f"coopterms.export.{chosen.module}"), chosen.function)
    with output(options.output) as file:
        write(entities, file, **{name: offers[name] for name in chosen.wants})
    if "script" in chosen.wants:
        _report(entities, script)
    return 0


def _entities(options: argparse.Namespace, lexicon: Lexicon) -> list[Entity]:
    """Return what is to be exported: what the document names, or all that existed on the day."""
    kinds = options.kind or KINDS
    if options.document is not None:
        named = named_in(Resolver(overlay(options)).annotate(read_text(options.document), options.on))
        return [entity for entity in named if entity.kind in kinds]
    day = iso_date(options.on)
    found = (lexicon.entity(entity_id) for kind in KINDS if kind in kinds for entity_id in lexicon.ids(kind))
    return [entity for entity in found if entity is not None and entity.exists(day)]


def _report(entities: list[Entity], chinese: str) -> None:
    """Say on standard error how many entities a bilingual glossary cannot have."""
    alone = sum(not entity.labels.get("en") or not entity.labels.get(chinese) for entity in entities)
    if alone:
        print(f"{alone} of {len(entities)} left out: no label in both languages", file=sys.stderr)
