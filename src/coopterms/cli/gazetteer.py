"""`coopterms gazetteer`: the tasks of those who keep the tables; `namesakes` and `export` have files of their own."""

from __future__ import annotations

import argparse
import os
import sys

from coopterms._data import tables_folder
from coopterms.cli.files import output
from coopterms.cli.overlays import overlay
from coopterms.cli.terminal import columns
from coopterms.errors import InputError
from coopterms.gazetteer.canonical import canonical
from coopterms.gazetteer.overlay import load_package
from coopterms.gazetteer.scaffold import new_folder
from coopterms.gazetteer.schema import read_descriptor
from coopterms.gazetteer.stats import statistics
from coopterms.gazetteer.tables import Package, read_package
from coopterms.gazetteer.validate import validate_folder


def run_validate(options: argparse.Namespace) -> int:
    """Name every fault of the tables in a folder; with --fix, first write them in canonical form.

    Tables of the user's own are checked on top of the packaged ones, and of those named with --tables.

    Returns:
        0 when there is none, else 1.

    Raises:
        InputError: there is no such folder.
        TableError: with --fix, a table cannot be read.
    """
    folder = options.folder or tables_folder()
    own = options.folder is None or os.path.realpath(folder) == os.path.realpath(tables_folder())
    if options.fix:
        for path in _fix(_read(folder)):
            print(f"{path}: written in canonical form")
    if own and options.tables:
        raise InputError("the packaged tables stand on no others", "--tables", "name the folder to check, too")
    faults = validate_folder(folder, read_descriptor(tables_folder()), None if own else _whole(options))
    for fault in faults:
        print(fault)
    print(f"{len(faults)} fault{'' if len(faults) == 1 else 's'} in {folder}" if faults else f"no faults in {folder}", file=sys.stderr)
    return 1 if faults else 0


def run_stats(options: argparse.Namespace) -> int:
    """Print the state of the tables in figures.

    Raises:
        InputError: there is no such folder, or a folder was named in both ways.
        TableError: a table cannot be read.
    """
    if options.folder and options.tables:
        raise InputError("a folder alone and --tables were both given", hint="leave one of them out")
    package = _read(options.folder) if options.folder else _whole(options)
    print(f"tables of {package.version}" if package.version else "tables")
    for figures in statistics(package):
        print()
        print("\n".join(columns(figures)))
    return 0


def run_new(options: argparse.Namespace) -> int:
    """Write empty tables and a README into a folder.

    Raises:
        InputError: one of the files exists, or the folder cannot be written.
    """
    for path in new_folder(options.folder):
        print(os.path.join(options.folder, *path.split("/")))
    print("begin with README.md, which says what belongs where", file=sys.stderr)
    return 0


def _whole(options: argparse.Namespace) -> Package:
    """Read the packaged tables with those of --tables on top."""
    gazetteer = overlay(options)
    return load_package([tables_folder(), *(gazetteer.folders if gazetteer else ())])


def _read(folder: str) -> Package:
    return read_package(folder, read_descriptor(tables_folder()))


def _fix(package: Package) -> list[str]:
    written = []
    for table in package.tables.values():
        if table.text is not None and (text := canonical(table)) != table.text:
            path = os.path.join(package.folder, *table.resource.path.split("/"))
            with output(path) as file:
                file.write(text)
            written.append(table.resource.path)
    return written
