"""Templates that were compiled before are used for as long as they say the same."""

import pytest
from jinja2 import DictLoader
from jinja2.bccache import bc_magic

from onrecord.pages.compiled import Codes, QuickEnvironment


def test_a_template_is_compiled_once_for_each_text(monkeypatch: pytest.MonkeyPatch) -> None:
    codes, texts = Codes(), {"one": "{{ view }}!"}

    def shown() -> str:
        return (
            QuickEnvironment(loader=DictLoader(texts), bytecode_cache=codes)
            .get_template("one")
            .render(view=7)
        )

    assert shown() == "7!"
    assert codes.has_new
    codes.has_new = False
    with monkeypatch.context() as patch:
        patch.setattr(QuickEnvironment, "compile", None)
        assert shown() == "7!"
    assert not codes.has_new

    texts["one"] = "{{ view }}?"
    assert shown() == "7?"
    assert codes.has_new


@pytest.mark.parametrize("spoilt", [b"", b"j2", b"nonsense", bc_magic + b"nonsense", bc_magic])
def test_what_is_no_code_is_passed_over(spoilt: bytes) -> None:
    codes = Codes()
    env = QuickEnvironment(loader=DictLoader({"one": "{{ view }}!"}), bytecode_cache=codes)
    assert env.get_template("one").render(view=7) == "7!"
    (name,) = codes.known
    codes.known[name] = spoilt

    again = QuickEnvironment(loader=DictLoader({"one": "{{ view }}!"}), bytecode_cache=codes)
    assert again.get_template("one").render(view=7) == "7!"
    assert codes.known[name] != spoilt


def test_of_very_many_templates_those_are_kept_that_were_used_last() -> None:
    codes = Codes()
    texts = {f"t{number}": "{{ view }}" for number in range(400)}
    env = QuickEnvironment(loader=DictLoader(texts), bytecode_cache=codes, cache_size=0)
    for name in (*texts, "t7"):
        env.get_template(name)
    latest = list(codes.latest())

    assert len(codes.known) == 400
    assert len(latest) == 300
    assert latest[-1] == codes.get_cache_key("t7", None)
    assert codes.get_cache_key("t8", None) not in latest
