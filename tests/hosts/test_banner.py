from onrecord.hosts.banner import MOST, with_banner
from onrecord.problems import Severity, Span
from onrecord.report.place import Diagnostic


def diagnostic(message: str) -> Diagnostic:
    return Diagnostic("content/a.yml", Span(2, 3, 4), "bad-id", Severity.ERROR, message, "write <it>")


def test_problems_stand_on_top_of_the_page_with_file_line_and_hint_escaped() -> None:
    html = with_banner('<html><body class="x"><p>Kept</p></body></html>', [diagnostic("no <id>")])

    assert html.startswith('<html><body class="x"><div id="onrecord-problems" role="alert"')
    assert "<code>content/a.yml:2:3</code> no &lt;id&gt; <small>[bad-id]</small><br>write &lt;it&gt;" in html
    assert html.endswith("<p>Kept</p></body></html>")


def test_of_many_problems_the_first_are_shown_and_the_rest_counted() -> None:
    html = with_banner("<body>", [diagnostic(str(number)) for number in range(MOST + 2)])

    assert html.count("<li>") == MOST
    assert "and 2 more, in the terminal" in html


def test_a_backslash_in_a_message_stays_one() -> None:
    assert r"\1 \d" in with_banner("<body>", [diagnostic(r"\1 \d")])
