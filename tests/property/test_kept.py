"""After whatever edits, a command that remembers finds what one without a memory finds."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import kept
from onrecord.kept import remembering
from onrecord.loading import Loaded, load
from tests.property.edits import CONTENT, EDITS, Edit, untouched


def _remembered(content: Path) -> Loaded:
    with remembering(content) as memory:
        return load(content, memory)


@settings(max_examples=25, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=6))
def test_what_is_remembered_equals_what_is_read_anew(edits: list[Edit]) -> None:
    with TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "user_cache_path", lambda *_, **__: Path(home, "cache"))
        patch.setattr(kept, "WORTH", 1)
        patch.setattr(kept, "TICK", -(10**18))  # what was written just now is kept all the same
        content = Path(home) / "content"
        shutil.copytree(CONTENT, content)
        assert _remembered(content) == load(content)
        with remembering(content) as memory:
            assert len(memory.readings) > 10
        for edit in (untouched, *edits):
            edit(content)
            assert _remembered(content) == load(content)
