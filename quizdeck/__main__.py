"""Let ``python -m quizdeck`` start the program."""

import sys

from quizdeck.cli import main

sys.exit(main())
