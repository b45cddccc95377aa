"""The page in a browser: nothing is asked for, nothing overflows, all can use it (T44, T45)."""

import pytest

pytestmark = pytest.mark.browser
# A reader of a phone.
NARROW = 390
SCHEMES = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [NARROW, 768, 1400])
def test_fits_and_is_quiet(page, shown, width, scheme):
    tab = shown(page, width, color_scheme=scheme)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.noted == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [NARROW, 1400])
def test_axe_finds_nothing_serious(page, shown, width, scheme):
    sync_axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    # The tool's own script is no part of the page, so the page's policy would stop it.
    tab = shown(page, width, color_scheme=scheme, bypass_csp=True)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = sync_axe.Axe().run(tab).response["violations"]
    grave = [
        (v["id"], v["nodes"][0]["html"], v["nodes"][0]["failureSummary"])
        for v in found
        if v["impact"] in {"serious", "critical"}
    ]
    assert grave == []


def test_a_receipt_opens_in_its_context(page, shown):
    tab = shown(page)
    chip = tab.locator("#voices a.chip").first
    chip.focus()
    tab.keyboard.press("Enter")
    dialog = tab.locator("#receipt")
    assert dialog.is_visible()
    assert dialog.locator("mark").inner_text() == "“We cannot wait for autocracy to win,”"
    assert "Foreign Minister Ilse Varga closed the strait" in dialog.inner_text()
    assert tab.locator("#receipt-id").inner_text() == chip.text_content()
    tab.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert chip.evaluate("node => node === document.activeElement")


@pytest.mark.parametrize("closed", [False, True])
def test_from_a_receipt_to_its_place_in_the_document(page, shown, closed):
    tab = shown(page)
    tab.set_viewport_size({"width": 1000, "height": 300})
    tab.evaluate(
        "c => document.querySelectorAll('.document details').forEach(d => d.open = !c)", closed
    )
    chip = tab.locator("#voices a.chip").first
    target = chip.get_attribute("href")[1:]
    chip.click()
    tab.locator("#receipt-go").click()
    tab.wait_for_timeout(200)
    top = tab.evaluate("id => document.getElementById(id).getBoundingClientRect().top", target)
    assert 0 <= top <= 300


def test_every_receipt_shows_its_words(page, shown, archive):
    tab = shown(page)
    receipts = tab.locator("a.chip").all_text_contents()
    shown_words = tab.evaluate(
        """() => [...document.querySelectorAll('a.chip')].map((chip) => {
             chip.click();
             const words = document.querySelector('#receipt mark').innerText;
             document.getElementById('receipt').close();
             return words;
           })"""
    )
    assert len(receipts) >= 20
    for receipt, words in zip(receipts, shown_words, strict=True):
        assert words.split() == archive.receipt(receipt).words.split()


def test_a_receipt_can_be_copied(page, shown):
    tab = shown(page, permissions=["clipboard-read", "clipboard-write"])
    tab.locator("#voices a.chip").first.click()
    tab.locator("#receipt-copy").click()
    tab.locator("#receipt-copied", has_text="Copied.").wait_for()
    assert tab.evaluate("navigator.clipboard.readText()") == tab.locator("#receipt-id").inner_text()


def test_reads_without_scripts(page, shown):
    tab = shown(page, java_script_enabled=False)
    chip = tab.locator("#voices a.chip").first
    target = chip.get_attribute("href")
    chip.click()
    assert tab.url.endswith(target)
    assert tab.locator("#documents").inner_text().count("Varga") >= 2
    assert tab.noted == []


def test_prints(page, shown):
    tab = shown(page)
    assert tab.pdf(format="A4").startswith(b"%PDF")
    assert tab.noted == []
