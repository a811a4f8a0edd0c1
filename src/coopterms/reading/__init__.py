"""How a text is read: spans are found and chosen, joined into a reading, weighed, and decided."""
