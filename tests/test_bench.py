"""The benchmark, as far as it can be wrong without taking time."""

from pathlib import Path

import pytest

from bench.run import HUGO, hugo


@pytest.mark.parametrize("named", ["bin", "{here}/bin"])
def test_hugo_is_found_from_whatever_folder_it_is_run_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    program = tmp_path / "bin" / HUGO
    program.parent.mkdir()
    program.touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", named.format(here=tmp_path))

    assert hugo() == str(program)
