"""The compiled gazetteer: one read-only SQLite file made from the tables.

In: a `Package`. Out: a file named by the hash of tables and code version, written beside its place and renamed, so that a reader never
meets half a file. The wheel carries one for the packaged tables; checkouts and overlays get theirs in the user's cache.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Sequence

from coopterms._data import tables_folder
from coopterms._version import __version__
from coopterms.index.forms import file_uri

FORMAT = f"{__version__}/10"
"""What the reading code expects; a file of another format is made again."""

ENTITY_COLUMNS = (
    "id", "label_en", "label_zh_hant", "label_zh_hans", "valid_from", "valid_to", "successor",
    "type", "parent", "rank", "branch", "seats", "derived", "gender", "surnames", "jurisdiction",
)  # fmt: skip
"""The columns of the entity table, all text; what a kind of entity has no use for is empty."""

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE prefix (key TEXT PRIMARY KEY, lengths TEXT) WITHOUT ROWID;
CREATE TABLE form (key TEXT, kind TEXT, id TEXT, how TEXT, value TEXT, "case" INTEGER, valid_from TEXT, valid_to TEXT,
    PRIMARY KEY (key, kind, id, how, value, "case", valid_from, valid_to)) WITHOUT ROWID;
CREATE TABLE entity ({entity_columns}, PRIMARY KEY (id)) WITHOUT ROWID;
CREATE TABLE redirect (id TEXT PRIMARY KEY, successor TEXT) WITHOUT ROWID;
CREATE TABLE name (id TEXT, language TEXT, text TEXT, kind TEXT, PRIMARY KEY (id, language, text)) WITHOUT ROWID;
CREATE TABLE tenure (person TEXT, office TEXT, start TEXT, "end" TEXT, last_seen TEXT, capacity TEXT,
    PRIMARY KEY (person, office, start, capacity)) WITHOUT ROWID;
CREATE INDEX tenure_office ON tenure (office);
CREATE INDEX entity_parent ON entity (parent, rank);
CREATE INDEX entity_rank ON entity (rank);
CREATE TABLE rank (id TEXT PRIMARY KEY, acts_for TEXT) WITHOUT ROWID;
CREATE TABLE word (letter TEXT, length INTEGER, word TEXT, PRIMARY KEY (letter, length, word)) WITHOUT ROWID;
CREATE TABLE automaton (longest INTEGER, cased BLOB, data BLOB);
CREATE TABLE syllable (word TEXT, system TEXT, PRIMARY KEY (word, system)) WITHOUT ROWID;
"""


def fingerprint(folders: Sequence[str]) -> str:
    """Return a hash that changes when a table in some folders or the code that compiles them is written.

    Places, sizes and times of writing stand for the contents, so that a start need not read the tables.

    Args:
        folders: gazetteer folders, the packaged one first.
    """
    import hashlib  # here, for it costs 3 ms and an installed package never needs it

    digest = hashlib.blake2b(FORMAT.encode(), digest_size=16)
    code = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder in [*folders, *(os.path.join(code, room) for room in ("text", "gazetteer", "names", "titles", "index"))]:
        for directory, _, files in sorted(os.walk(folder)):
            for file in sorted(files):
                if file.endswith((".csv", ".json", ".py")):
                    path = os.path.join(directory, file)
                    status = os.stat(path)
                    digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def cache_folder() -> str:
    """Return the folder for compiled files: $COOPTERMS_CACHE, or the user's cache folder."""
    chosen = os.environ.get("COOPTERMS_CACHE")
    if chosen:
        return chosen
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "coopterms")


def usable(path: str) -> bool:
    """Say whether a compiled file can be read by this code.

    Args:
        path: the file, which need not exist.
    """
    if not os.path.exists(path):
        return False
    try:
        connection = sqlite3.connect(f"{file_uri(path)}?mode=ro", uri=True)
        try:
            row = connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return False
    return row is not None and row[0] == FORMAT


def compiled_file(folders: Sequence[str] = ()) -> str:
    """Return a compiled file for the packaged tables with overlays, making it where there is none.

    Args:
        folders: overlay folders, the strongest last.

    Returns:
        The path of the file.

    Raises:
        TableError: a table cannot be read.
    """
    packaged = tables_folder()
    shipped = os.path.join(os.path.dirname(packaged), "_compiled.sqlite")
    if not folders and usable(shipped):
        return shipped
    import tempfile

    every = [packaged, *folders]
    name = f"{fingerprint(every)}.sqlite"
    for folder in (cache_folder(), os.path.join(tempfile.gettempdir(), "coopterms")):
        path = os.path.join(folder, name)
        if usable(path):
            return path
        try:
            os.makedirs(folder, exist_ok=True)
            if sys.stderr.isatty():
                print("coopterms: compiling the tables, which takes some seconds once after every change", file=sys.stderr)
            compile_folders(every, path)
        except OSError:
            continue
        return path
    raise OSError(f"coopterms: no folder can be written for the compiled gazetteer; set COOPTERMS_CACHE (tried {path})")


def compile_folders(folders: Sequence[str], path: str) -> None:
    """Compile tables into a file, which appears at once and whole.

    Args:
        folders: gazetteer folders, the packaged one first.
        path: where the file is to stand.
    """
    import tempfile

    from coopterms.gazetteer.overlay import load_package
    from coopterms.index.build import build
    from coopterms.index.scan import compile_scan

    package = load_package(folders)
    built = build(package)
    handle, beside = tempfile.mkstemp(suffix=".part", dir=os.path.dirname(path))
    os.close(handle)
    try:
        connection = sqlite3.connect(beside)
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA.format(entity_columns=", ".join(ENTITY_COLUMNS))
        )
        insert = connection.executemany
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [
                ("format", FORMAT),
                ("data_version", package.version),
                ("articles", " ".join(sorted(built.articles))),
                ("pinyin_places", " ".join(sorted(built.pinyin_places))),
                ("branch_words", " ".join(sorted(built.branch_words))),
                ("crossings", " ".join(sorted(built.crossings))),
                ("branched_ranks", " ".join(sorted(built.branched_ranks))),
            ],
        )
        insert(
            "INSERT INTO prefix VALUES (?, ?)",
            [(prefix, " ".join(map(str, sorted(lengths)))) for prefix, lengths in sorted(built.lengths.items())],
        )
        forms = sorted((form_key, *form) for form_key, forms in built.forms.items() for form in forms.values())
        insert("INSERT INTO form VALUES (?, ?, ?, ?, ?, ?, ?, ?)", forms)
        insert(
            f"INSERT INTO entity VALUES ({', '.join('?' * len(ENTITY_COLUMNS))})",
            [tuple(built.entities[entity][column] for column in ENTITY_COLUMNS) for entity in sorted(built.entities)],
        )
        insert(
            "INSERT INTO automaton VALUES (?, ?, ?)",
            [compile_scan({form_key: known.values() for form_key, known in built.forms.items()})],
        )
        insert("INSERT INTO redirect VALUES (?, ?)", [(r["id"], r["successor"]) for r in package["redirects"].rows])
        insert("INSERT INTO name VALUES (?, ?, ?, ?)", [(*name, kind) for name, kind in sorted(built.names.items())])
        insert(
            "INSERT INTO tenure VALUES (?, ?, ?, ?, ?, ?)",
            [(r["person"], r["office"], r["from"], r["to"], r["last_seen"], r["capacity"]) for r in built.tenures],
        )
        insert("INSERT INTO rank VALUES (?, ?)", [(row["id"], row["acts_for"]) for row in package["ranks"].rows])
        insert("INSERT INTO word VALUES (?, ?, ?)", [(w[0], len(w), w) for w in sorted(built.vocabulary)])
        insert("INSERT INTO syllable VALUES (?, ?)", sorted(built.syllables))
        connection.commit()
        connection.execute("VACUUM")
        connection.close()
        os.replace(beside, path)
    finally:
        if os.path.exists(beside):
            os.unlink(beside)
