"""Two languages side by side: equivalents of a name or title, the glossary of a Chinese text, and the alignment of two texts."""
