"""Lines that name who wrote: `reader` reads one, the other modules its parts."""
