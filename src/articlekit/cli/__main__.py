"""`python -m articlekit.cli`: the command line where no script of it is installed."""

import sys

from articlekit.cli import main

sys.exit(main())
