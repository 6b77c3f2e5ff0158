"""Prefixes that say where a story was filed: `reader` reads one, the others its shapes."""
