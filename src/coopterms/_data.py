"""Where the tables are: inside an installed package, or beside `src/` in a checkout.

Nothing is read here; every caller decides when to pay for reading.
"""

from __future__ import annotations

import os

_HERE = os.path.dirname(os.path.abspath(__file__))


def tables_folder() -> str:
    """Return the folder of the packaged tables.

    Returns:
        The absolute path of `gazetteers/`: the copy in the wheel, or the checkout's own.

    Raises:
        FileNotFoundError: neither exists, so the installation is broken.

    >>> import os
    >>> os.path.exists(os.path.join(tables_folder(), "datapackage.json"))
    True
    """
    for folder in (os.path.join(_HERE, "_gazetteers"), os.path.join(_HERE, "..", "..", "gazetteers")):
        if os.path.exists(os.path.join(folder, "datapackage.json")):
            return os.path.normpath(folder)
    raise FileNotFoundError("coopterms: the packaged gazetteers are missing; install the package again")
