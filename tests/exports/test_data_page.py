import re
from pathlib import Path

from onrecord.dossier.statuses import Statuses
from onrecord.exports.cited import citations
from onrecord.exports.files import downloads
from onrecord.exports.pieces import pieces
from onrecord.pages.addresses import Addresses
from onrecord.pages.sections.data_page import data_page
from onrecord.pages.site import Site
from onrecord.pages.templates import renderer
from tests.dossier.make import actor, claim, source, statement, topic
from tests.exports.releases import release

TEMPLATES = Path(__file__).parents[2] / "site_templates"


def test_every_download_has_a_row_with_links_that_lead_to_files() -> None:
    made = release(actor("lavrov"), source("tass"), claim(), topic("summit"), statement("a"))
    held = downloads(made, pieces(made, citations(made)))
    files = {path for each in held for path, _ in each.files}
    page = data_page(Site(Statuses(made.dossier), Addresses()), held, renderer((TEMPLATES,)))
    targets = set(re.findall(r'href="\.\./((?:data|feeds)/[^"]+)"', page.html))
    assert targets <= files
    for each in held:
        assert each.holds in page.html or each.holds.replace("'", "&#39;") in page.html
        assert targets & {path for path, _ in each.files}


def test_a_family_of_files_is_one_row() -> None:
    made = release(actor("lavrov"), source("tass"), statement("a"))
    held = downloads(made, pieces(made, citations(made)))
    page = data_page(Site(Statuses(made.dossier), Addresses()), held, renderer((TEMPLATES,)))
    assert "<code>data/records/ID.json</code>, 3 files" in page.html
