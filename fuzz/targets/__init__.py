"""What is fuzzed: each module has `check(data)`; its seeds and its dictionary stand in `seeds/`."""
