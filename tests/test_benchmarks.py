"""The benchmarks that need no data of others run, small, so that they still measure when they are wanted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.mark.parametrize("processes", ["0", "1"])
def test_benchmarks_scale_links_synthetic_reports(processes: str) -> None:
    command = [sys.executable, str(BENCHMARKS / "scale.py"), "300", "--processes", processes]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    measured = json.loads(done.stdout.splitlines()[0])
    assert measured["reports"] == 300
    assert 0 < measured["events"] <= 300
