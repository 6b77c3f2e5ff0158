"""How parts of articles are printed: strings in, typed readings out; no draft, no decisions."""
