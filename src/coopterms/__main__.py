"""`python -m coopterms` is the program `coopterms`."""

import sys

from coopterms.cli import main

sys.exit(main())
