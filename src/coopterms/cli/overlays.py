"""`--tables`: the packaged gazetteers, or the same with a user's own tables on top."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coopterms.index.compiled import compiled_file
from coopterms.index.lexicon import Lexicon

if TYPE_CHECKING:
    from coopterms.gazetteer.overlay import Gazetteer


def overlay(options: argparse.Namespace) -> Gazetteer | None:
    """Return what a `Resolver` takes.

    Args:
        options: the command line, with `tables`.

    Returns:
        The user's tables, or None where none were named.

    Raises:
        InputError: a folder is missing, or has no tables.

    >>> overlay(argparse.Namespace(tables=[])) is None
    True
    """
    if not options.tables:
        return None
    from coopterms.gazetteer.overlay import load  # here, for most calls name no tables

    return load(*options.tables)


def lexicon_of(options: argparse.Namespace) -> Lexicon:
    """Open the compiled gazetteer that the command line asks for.

    Args:
        options: the command line, with `tables`.

    Raises:
        InputError: a folder is missing, or has no tables.
        TableError: a table cannot be used.

    >>> lexicon_of(argparse.Namespace(tables=[])).entity("office:hk-chief-executive").label("en")
    'Chief Executive'
    """
    gazetteer = overlay(options)
    return Lexicon(compiled_file(gazetteer.folders if gazetteer else ()))
