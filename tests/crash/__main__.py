"""Kill real sessions at random moments: ``python -m tests.crash 500``; prints a table."""

import sys
import tempfile
from pathlib import Path

from tests.crash.harness import Harness

_A_HOME = 50  # so that logs stay of the size of a month
_SCREENS_SHARE = 10


def main(kills: int) -> int:
    """Kill as many sessions, a tenth as many on the screens, and return whether all went well."""
    is_well = True
    for name, count in (("line mode", kills), ("screens", kills // _SCREENS_SHARE)):
        totals = {"kills": 0, "acknowledged": 0, "in the log": 0, "lost": 0}
        troubles: list[str] = []
        for start in range(0, count, _A_HOME):
            with tempfile.TemporaryDirectory() as folder:
                harness = Harness(Path(folder))
                harness.chance.seed(start)
                for _ in range(min(_A_HOME, count - start)):
                    if name == "screens":
                        harness.kill_screens()
                    else:
                        harness.kill_talk()
            report = harness.report
            totals["kills"] += report.kills
            totals["acknowledged"] += report.acknowledged
            totals["in the log"] += report.in_log
            totals["lost"] += report.lost
            troubles += report.troubles
        print(f"{name:12}", *(f"{key} {value:,}" for key, value in totals.items()), sep="   ")  # noqa: T201
        print(f"{'':12}   troubles: {', '.join(sorted(set(troubles))) or 'none'}")  # noqa: T201
        is_well = is_well and not troubles and not totals["lost"]
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
