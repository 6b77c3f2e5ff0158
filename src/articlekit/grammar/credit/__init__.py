"""Lines that name who made a picture: `reader` reads one, the others its shapes."""
