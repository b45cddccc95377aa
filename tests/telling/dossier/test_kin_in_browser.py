"""A family on the page in a browser: pairs cut by the script, the chooser, the filters."""

import pytest

from dragoman.archive.archive import Archive
from dragoman.telling.dossier import dossier, pairs
from quay import quay

pytestmark = pytest.mark.browser
ROWS = """() => {
  const pairs = [...document.querySelectorAll('details.pair')];
  for (const pair of pairs) pair.open = true;
  const told = (row) => row.textContent.replace(/\\s+/g, '');
  const rows = (pair) => [...pair.querySelectorAll('.pair-row')].map(told);
  return new Promise((done) => setTimeout(() => done(pairs.map(rows)), 300));
}"""


@pytest.fixture
def kin(tmp_path):
    with Archive(quay(tmp_path / "quay.dragoman")) as opened:
        yield opened


def test_script_cuts_the_same_view_from_offsets(kin, shown, monkeypatch):
    monkeypatch.setattr(pairs, "MOST_SAME", 99)
    written = shown(dossier(kin)).evaluate(ROWS)
    monkeypatch.setattr(pairs, "MOST_WRITTEN_OUT", 0)
    tab = shown(dossier(kin))
    assert tab.evaluate(ROWS) == written
    assert sum(len(pair) for pair in written) >= 15
    assert tab.noted == []


def test_without_the_script_the_texts_are_linked(kin, shown, monkeypatch):
    monkeypatch.setattr(pairs, "MOST_WRITTEN_OUT", 0)
    tab = shown(dossier(kin), java_script_enabled=False)
    tab.locator("details.pair summary").first.click()
    assert tab.locator("details.pair .unpacked a").first.is_visible()
    assert tab.locator(".chooser").count() == 0


def test_any_two_of_a_family_can_be_chosen(kin, shown):
    tab = shown(dossier(kin))
    first, second = tab.locator("#lineage select").all()
    first.select_option(label="The Beta: Quay shut")
    offered = second.locator("option").all_text_contents()
    assert sorted(offered) == [
        "The Alpha: Quay closed", "The Delta: Ferries wait", "The Gamma: Quay and ferries"
    ]  # fmt: skip
    second.select_option(label="The Gamma: Quay and ferries")
    tab.locator("#lineage button").first.click()
    assert tab.evaluate("document.activeElement.closest('details').open")
    assert "The Gamma" in tab.evaluate("document.activeElement.textContent")
    second.select_option(label="The Delta: Ferries wait")
    tab.locator("#lineage button").first.click()
    assert "No passage" in tab.locator("#lineage [role=status]").inner_text()
    both = tab.locator("#lineage .built").inner_text()
    assert "Quay shut" in both
    assert "Ferries waited outside." in both


@pytest.mark.parametrize(("facet", "value"), [(0, "Holm"), (1, "The Note"), (2, "meaning-changed")])
def test_quotations_can_be_filtered(kin, shown, facet, value):
    page = dossier(kin)
    (start, end) = (
        page.index('<article class="altered"'),
        page.index("</article>", page.index('"altered"')),
    )
    other = page[start:end].replace("Holm", "Lund").replace("The Note", "The Moor")
    other = other.replace("meaning-changed", "truncated").replace('id="q1"', 'id="q2"')
    tab = shown(page[: end + 10] + other + "</article>" + page[end + 10 :])
    tab.locator("#quotations select").nth(facet).select_option(value)
    assert tab.locator("#q1").is_visible()
    assert not tab.locator("#q2").is_visible()
    assert tab.locator("#quotations [role=status]").inner_text() == "1 of 2 quotations"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_all_can_use_it(kin, shown, width, scheme):
    sync_axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    tab = shown(dossier(kin), width, color_scheme=scheme, bypass_csp=True)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    found = sync_axe.Axe().run(tab).response["violations"]
    grave = [
        (v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in {"serious", "critical"}
    ]
    assert grave == []
