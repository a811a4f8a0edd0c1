"""People's names: written in every customary form, taken apart, compared."""

from coopterms.names.compare import NameMatch, compare
from coopterms.names.forms import NameParts, chinese_forms, romanised_forms

__all__ = ["NameMatch", "NameParts", "chinese_forms", "compare", "romanised_forms"]
