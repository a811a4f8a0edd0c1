"""`coopterms gazetteer`: the tasks of those who keep the tables."""

from __future__ import annotations

import argparse
import os
import sys

from coopterms._data import tables_folder
from coopterms.cli.files import output
from coopterms.cli.terminal import columns
from coopterms.gazetteer.canonical import canonical
from coopterms.gazetteer.schema import read_descriptor
from coopterms.gazetteer.stats import statistics
from coopterms.gazetteer.tables import Package, read_package
from coopterms.gazetteer.validate import validate_folder


def run_validate(options: argparse.Namespace) -> int:
    """Name every fault of the tables in a folder; with --fix, first write them in canonical form.

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
    faults = validate_folder(folder, read_descriptor(tables_folder()), None if own else read_package(tables_folder()))
    for fault in faults:
        print(fault)
    print(f"{len(faults)} fault{'' if len(faults) == 1 else 's'} in {folder}" if faults else f"no faults in {folder}", file=sys.stderr)
    return 1 if faults else 0


def run_stats(options: argparse.Namespace) -> int:
    """Print the state of the tables in figures.

    Raises:
        InputError: there is no such folder.
        TableError: a table cannot be read.
    """
    package = _read(options.folder or tables_folder())
    print(f"tables of {package.version}" if package.version else "tables")
    for figures in statistics(package):
        print()
        print("\n".join(columns(figures)))
    return 0


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
