"""Characters: the one folding through which all text is compared, with the way back to the original."""

from coopterms.text.fold import Folded, fold, key

__all__ = ["Folded", "fold", "key"]
