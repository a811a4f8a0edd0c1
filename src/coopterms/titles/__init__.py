"""Office titles: written from body, rank and branch by templates; qualifiers put round them."""

from coopterms.titles.qualifiers import Qualifier
from coopterms.titles.templates import Body, Template, Title, derived_id, write_titles

__all__ = ["Body", "Qualifier", "Template", "Title", "derived_id", "write_titles"]
