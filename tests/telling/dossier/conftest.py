import shutil

import pytest

from dragoman.archive.archive import Archive
from dragoman.telling.dossier import dossier
from strait import strait

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


@pytest.fixture
def archive(tmp_path):
    with Archive(strait(tmp_path / "strait.dragoman")) as opened:
        yield opened


@pytest.fixture
def page(archive):
    return dossier(archive)


@pytest.fixture(scope="session")
def browser():
    """Return a headless Chromium; tests that need one are left out where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"no Chromium on the search path (looked for {', '.join(CHROMIUM)})")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def shown(browser, tmp_path):
    """Return a function that opens a page's HTML from a file, offline, and notes what it does."""
    contexts = []

    def show(page, width=1400, **options):
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, offline=True, **options
        )
        contexts.append(context)
        tab = context.new_page()
        tab.noted = []
        tab.on("console", lambda m: tab.noted.append(f"{m.type}: {m.text}"))
        tab.on("pageerror", lambda e: tab.noted.append(f"error: {e}"))
        tab.on("dialog", lambda d: (tab.noted.append(f"dialog: {d.message}"), d.dismiss()))
        tab.on("request", lambda r: tab.noted.append(f"request: {r.url}"))
        tab.goto(path.as_uri())
        tab.noted.remove(f"request: {path.as_uri()}")
        return tab

    yield show
    for context in contexts:
        context.close()
