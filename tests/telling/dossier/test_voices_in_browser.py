"""The voices in a browser: filters, and that nothing is lost without them."""

import re

import pytest

from dragoman.archive.archive import Archive
from dragoman.telling.dossier import dossier
from parley import parley

pytestmark = pytest.mark.browser
# Told once each; two of them are uncertain, and folded.
STATEMENTS, UNCERTAIN = 12, 2


@pytest.fixture
def talks(tmp_path):
    with Archive(parley(tmp_path / "parley.dragoman")) as opened:
        yield dossier(opened)


def visible(tab):
    listed = tab.locator("#voices .sayings > li").all()
    return [li.locator(".said").inner_text() for li in listed if li.is_visible()]


def select(tab, facet):
    return tab.locator("#voices label", has_text=re.compile(f"^{facet}")).locator("select")


@pytest.mark.parametrize(
    ("facet", "value", "told"),
    [
        ("Words", "quoted in part (1)", ["Officials said “no barge” had passed"]),
        ("What is told", "written (1)", ["He wrote that tolls would fall"]),
        ("What is told", "wanted (1)", ["He wants to meet the Ostmark council"]),
        ("What it does", "denies (1)", [
            "denial Ostmark denied that it had closed the ford on 3 May 2021"]),
        ("Certainty", "uncertain readings (2)", [
            "He wants to meet the Ostmark council", "An aide may have said that he was tired"]),
    ],
)  # fmt: skip
def test_filters_leave_what_fits(talks, shown, facet, value, told):
    tab = shown(talks)
    select(tab, facet).select_option(label=value)
    assert visible(tab) == told
    assert tab.locator("#voices .voice:visible").count() == len(told)
    assert tab.locator("#voices [role=status]").inner_text() == (
        f"{len(told)} of {STATEMENTS} statements"
    )
    select(tab, facet).select_option("")
    assert len(visible(tab)) == STATEMENTS - UNCERTAIN
    assert tab.noted == []


def test_a_document_shows_all_that_it_carries(talks, shown):
    tab = shown(talks)
    option = tab.locator("#voices option", has_text="The Courier").get_attribute("value")
    select(tab, "Document").select_option(option)
    assert visible(tab) == ["“The ford stays open,”"]


def test_filters_narrow_one_another(talks, shown):
    tab = shown(talks)
    select(tab, "Words").select_option(label="reported (10)")
    select(tab, "What it does").select_option(label="asks (1)")
    assert visible(tab) == ["question Brandt asked whether the bridge was safe"]


def test_without_scripts_all_can_be_read(talks, shown):
    tab = shown(talks, java_script_enabled=False)
    assert tab.locator("#voices .chooser").count() == 0
    for summary in tab.locator("#voices summary").all():
        summary.click()
    assert len(visible(tab)) == STATEMENTS


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_all_can_use_it(talks, shown, width, scheme):
    sync_axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    tab = shown(talks, width, color_scheme=scheme, bypass_csp=True)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    found = sync_axe.Axe().run(tab).response["violations"]
    assert [(v["id"], v["impact"], v["nodes"][0]["html"]) for v in found] == []
