from onrecord.records.lines import one_line


def test_white_space_is_folded_and_other_kinds_of_space_stay() -> None:
    assert one_line("\n X marks\r\n\tthe  spot \n") == "X marks the spot"
    assert one_line("\u00a0one\u3000line\u00a0") == "\u00a0one\u3000line\u00a0"
