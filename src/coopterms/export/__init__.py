"""What has been read, and what the gazetteers hold, in the formats of other programs and of people."""

from coopterms.export.annotations import displacy, web_annotation

__all__ = ["displacy", "web_annotation"]
