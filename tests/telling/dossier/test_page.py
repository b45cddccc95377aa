"""The page as a text: complete, inert, the same for the same archive."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.errors import OutputError, UsageError
from dragoman.telling.dossier import dossier, write_dossier
from strait import strait, taken_apart


class PageExtension(SingleFileSnapshotExtension):
    file_extension = "html"
    _write_mode = WriteMode.TEXT


def test_looks_as_reviewed(page, snapshot):
    body = page[page.index("<body>") : page.rindex("<script>")]
    assert body == snapshot(extension_class=PageExtension)


def test_same_archive_same_page(tmp_path):
    pages = []
    for name in ("one", "two"):
        with Archive(strait(tmp_path / f"{name}.dragoman")) as archive:
            pages.append(dossier(archive))
    assert pages[0] == pages[1]


def test_policy_lets_only_our_style_and_script_pass(page):
    tree = taken_apart(page)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for name in ("style", "script"):
        (element,) = tree.xpath(f"//{name}")
        digest = b64encode(sha256(element.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_nothing_inline_and_nothing_remote(page):
    tree = taken_apart(page)
    attributes = {name for element in tree.iter() for name in element.attrib}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}
    assert not tree.xpath("//img | //iframe | //object | //embed | //form | //@src")
    for element in tree.xpath("//a[starts-with(@href, 'http')]"):
        assert element.get("rel") == "noreferrer noopener"
        assert "class" in element.attrib


def test_every_link_inside_leads_somewhere(page):
    tree = taken_apart(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_a_receipt_leads_to_its_very_words(page, archive):
    tree = taken_apart(page)
    chips = tree.xpath("//a[@class='chip']")
    assert len(chips) >= 20
    for chip in chips:
        anchor = chip.get("href")[1:]
        doc, _, end = anchor.split("-")
        (block,) = tree.xpath(f"//article[@id='{doc}']//*[@class='text']")
        words, inside = "", False
        for element in block.iter():
            if element.get("id") == anchor:
                inside = True
            elif element.get("id") == f"{doc}-e{end}":
                break
            elif inside and element.tag != "i":
                words += (" " if element.tag == "p" else "") + (element.text or "")
            words += (element.tail or "") if inside else ""
        cut = archive.receipt(chip.text_content()).words
        assert words.split() == cut.split()


def test_shows_who_said_what_once(page):
    tree = taken_apart(page)
    voices = tree.xpath("//section[@id='voices']")[0].text_content()
    assert voices.count("“We cannot wait for autocracy to win,”") == 1
    assert "We cannot wait for tyranny" not in voices
    assert "in copies" in voices
    assert "denial" in voices
    assert "uncertain reading" in voices


def test_marks_the_words_that_differ(page):
    tree = taken_apart(page)
    for section in ("lineage", "quotations"):
        (place,) = tree.xpath(f"//section[@id='{section}']")
        assert "autocracy" in place.xpath(".//del/text()")
        assert "tyranny" in place.xpath(".//ins/text()")


def test_tells_how_far_a_date_is_known(page):
    text = taken_apart(page).text_content()
    assert "5 March 2024" in text
    assert "March 2024 day not given" in text
    assert "undated" in text


def test_addresses_show_their_host(page):
    links = taken_apart(page).xpath("//a[@class='web']")
    shown = {link.get("href"): link.text_content() for link in links}
    assert shown["http://bücher.example/"] == "xn--bcher-kva.example (bücher.example)"
    assert shown["https://wire.example/strait?a=1&b=2"] == "wire.example"


def test_no_folder_of_the_user_is_told(page):
    """T62."""
    assert "somebody" not in page
    assert "broken.pdf" in page


def test_title_by_the_most_widely_named(page, archive):
    named = taken_apart(page).xpath("//h1")[0].text_content()
    assert named == "Ilse Varga, Varnland and Orlan"
    assert "<title>&lt;Strait&gt; – dossier</title>" in dossier(archive, "<Strait>")


def test_empty_archive(tmp_path):
    path = tmp_path / "empty.dragoman"
    with writing(path):
        pass
    with Archive(path) as archive:
        page = dossier(archive)
    assert "No document could be read." in page
    ids = taken_apart(page).xpath("//section/@id")
    assert ids == ["overview", "making"]


def test_writes_whole_or_not_at_all(archive, tmp_path, monkeypatch):
    path = tmp_path / "out.html"
    write_dossier(archive, path)
    assert path.read_text(encoding="utf-8") == dossier(archive)
    with pytest.raises(UsageError):
        write_dossier(archive, archive.path)
    with pytest.raises(OutputError):
        write_dossier(archive, tmp_path / "nowhere" / "out.html")
    assert [p.name for p in tmp_path.iterdir() if ".part" in p.name] == []


def test_no_clock(page):
    """What is dated stands in the archive."""
    assert not re.search(r"20(2[5-9]|[3-9]\d)-\d\d-\d\dT", page)
