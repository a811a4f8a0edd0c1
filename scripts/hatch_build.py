"""Build hook: compile the gazetteer when a wheel is built, so that an installed coopterms starts at once.

An editable install gets none: there the tables are compiled into the user's cache whenever they change.
"""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileGazetteer(BuildHookInterface):
    """Put `_compiled.sqlite` into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the tables of this source tree.

        Args:
            version: "standard", or "editable" for which nothing is done.
            build_data: gets the compiled file among the files to include.
        """
        if version == "editable":
            return
        sys.path.insert(0, os.path.join(self.root, "src"))
        from coopterms.index.compiled import compile_folders

        path = os.path.join(tempfile.mkdtemp(prefix="coopterms-"), "_compiled.sqlite")
        compile_folders([os.path.join(self.root, "gazetteers")], path)
        build_data["force_include"][path] = "coopterms/_compiled.sqlite"
