"""Where a label comes from: the source and the confidence of an entity's row.

In: an entity and the folders of the tables. Out: addresses and a confidence. Reading needs neither, so the compiled gazetteer has not got
them, and the tables themselves are read, when first asked.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from coopterms._data import tables_folder
from coopterms.gazetteer.overlay import load_package
from coopterms.gazetteer.schema import split_list
from coopterms.model import Entity, Office

_TABLES = ("people", "organisations", "offices", "terms", "meetings")
_NONE = "unverified"


class Provenance(NamedTuple):
    """What stands behind a label.

    Attributes:
        addresses: of pages that show it; none when nobody has checked it.
        confidence: high, medium or low; empty when no row lists it.
    """

    addresses: tuple[str, ...] = ()
    confidence: str = ""


@lru_cache(maxsize=4)
def _provenance(folders: tuple[str, ...]) -> dict[str, Provenance]:
    package = load_package([tables_folder(), *folders])
    return {
        row["id"]: Provenance(tuple(item for item in split_list(row["source"]) if item != _NONE), row["confidence"])
        for table in _TABLES
        for row in package[table]
    }


def provenance(entity: Entity, folders: tuple[str, ...] = ()) -> Provenance:
    """Return what stands behind the labels of an entity; of a derived office, behind those of its body.

    Args:
        entity: any entity.
        folders: overlays, as `coopterms.load` took them.

    >>> from coopterms.model import Organisation
    >>> provenance(Organisation("organisation:hk-security-bureau")).confidence
    'high'
    """
    known = _provenance(folders)
    if isinstance(entity, Office) and entity.derived:
        return Provenance(known.get(entity.organisation, Provenance()).addresses, "")
    return known.get(entity.id, Provenance())
