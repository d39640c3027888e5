"""`python -m peer_desktop` opens the window."""

import sys

from peer_desktop.app import main

sys.exit(main())
