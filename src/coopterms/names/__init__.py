"""People's names: written in every customary form, taken apart, compared within and across scripts."""

from coopterms.names.compare import compare
from coopterms.names.forms import NameParts, chinese_forms, romanised_forms
from coopterms.names.match import NameMatch, SyllablePair
from coopterms.names.pairing import NamePair, pairs

__all__ = ["NameMatch", "NamePair", "NameParts", "SyllablePair", "chinese_forms", "compare", "pairs", "romanised_forms"]
