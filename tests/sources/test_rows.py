"""T17 in part: JSON, JSON lines and tables."""

import json

import pytest

from dragoman.model import Code

ROW = {
    "text": "Ships left.", "id": 7, "title": "Ships", "outlet": "The Example", "agency": "EXA",
    "byline": "Ann Example", "published": "2023-02-06", "url": "https://a.example/7",
    "language": "en", "desk": {"name": "Asia"}, "shares": 12,
}  # fmt: skip
STATED = {
    "doc": "7", "title": "Ships", "outlet": "The Example", "agency": "EXA",
    "byline": "Ann Example", "published": "2023-02-06", "url": "https://a.example/7",
    "language": "en",
}  # fmt: skip


def codes(records):
    return [record.code for record in records]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", json.dumps(ROW)),
        ("a.json", json.dumps([ROW])),
        ("a.json", json.dumps({"count": 1, "articles": [ROW]})),
        ("a.jsonl", "\n" + json.dumps(ROW)),
    ],
)
def test_known_fields_are_stated_and_others_kept(name, data, draft):
    read = draft(name, data.encode())
    assert (read.text, read.stated) == ("Ships left.", STATED)
    assert read.extra == {"desk": {"name": "Asia"}, "shares": 12}
    assert read.member == ("2" if name == "a.jsonl" else "1")


@pytest.mark.parametrize("column", ["text", "body", "content", "maintext"])
def test_columns_that_may_hold_the_text(column, read):
    assert [r.text for r in read("a.json", json.dumps([{column: "Words."}]).encode())] == ["Words."]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_tables(name, mark, ends, read):
    lines = [
        mark.join(("doc", "text", "desk")),
        mark.join(("one", f'"He said ""no""{mark} twice.\nThen left."', "Asia")),
        mark.join(("two", "Words.")),
    ]
    first, second = read(name, ("\ufeff" + ends.join(lines) + ends).encode())
    assert first.text == f'He said "no"{mark} twice.\nThen left.'
    assert (first.stated, first.extra, first.member) == ({"doc": "one"}, {"desk": "Asia"}, "1")
    assert (second.text, second.member) == ("Words.", "2")


def test_a_bad_line_costs_itself(read):
    lines = [
        b'{"text": "One."}',
        b"{not json}",
        b'["a", "list"]',
        b'{"title": "no text"}',
        b'{"text": 3}',
        b'{"text": "twice", "text": "twice"}',
        b'{"text": ""}',
        b'{"text": "Half \\ud83d pair."}',
        b'{"text": "x", "deep": ' + b"[" * 5_000 + b"]" * 5_000 + b"}",
        b'{"text": "x", "deep": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"text": "x", "many": [' + b"[]," * 1_100_000 + b"[]]}",
        b'{"text": "x", "long": ' + b"1" * 10_000 + b"}",
        b'{"text": "Last."}',
    ]
    records = read("a.jsonl", b"\n".join(lines))
    assert codes(records) == [
        Code.OK, Code.MALFORMED, Code.MALFORMED, Code.NO_TEXT, Code.MALFORMED, Code.MALFORMED,
        Code.EMPTY, Code.REPLACED, Code.DEPTH, Code.DEPTH, Code.MALFORMED, Code.MALFORMED, Code.OK,
    ]  # fmt: skip
    assert [record.member for record in records] == [str(n) for n in range(1, len(lines) + 1)]


def test_numbers_that_are_none_stay_as_written(draft):
    read = draft("a.jsonl", b'{"text": "x", "a": NaN, "b": -Infinity, "c": 1e400, "d": 1e3}')
    assert read.extra == {"a": "NaN", "b": "-Infinity", "c": "1e400", "d": 1000.0}


def test_other_fields_can_always_be_stored(draft):
    read = draft("a.jsonl", b'{"text": "x", "a\\ud800": ["\\udfff", "\\\\u0000", "\\u0000"]}')
    json.dumps(read.extra, ensure_ascii=False).encode()
    assert read.extra == {"a\ufffd": ["\ufffd", "\\u0000", "\0"]}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.EMPTY),
        (b"[]", Code.EMPTY),
        (b"[", Code.MALFORMED),
        (b'[{"text": "cut off', Code.MALFORMED),
        (b"3", Code.NO_TEXT),
        (b'{"a": 1}', Code.NO_TEXT),
        (b"[" * 100_000, Code.DEPTH),
    ],
)
def test_json_files_without_rows(data, code, refusal):
    assert refusal("a.json", data).code is code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\n", Code.NO_TEXT),
        (b"one,two\n1,2\n", Code.NO_TEXT),
        (b"text,title,title\nx,y,z\n", Code.MALFORMED),
        (b"text,title\n", Code.EMPTY),
    ],
)
def test_tables_without_rows(data, code, refusal):
    assert refusal("a.csv", data).code is code


def test_a_bad_row_of_a_table_costs_itself(read):
    data = b'text,title\nOne.,a\nTwo.,b,c\n,d\n"Three."x,e\nFour.,f\n"cut off'
    assert codes(read("a.csv", data)) == [
        Code.OK, Code.MALFORMED, Code.EMPTY, Code.MALFORMED, Code.OK, Code.MALFORMED,
    ]  # fmt: skip


def test_ten_thousand_columns(draft):
    names = ",".join(f"c{n}" for n in range(10_000))
    read = draft("a.csv", f"text,{names}\nWords.,1\n".encode())
    assert (read.text, len(read.extra)) == ("Words.", 10_000)


def test_a_table_in_an_older_encoding(draft):
    read = draft("a.csv", "title;text\nÄ;“Größe” – sagte er\n".encode("cp1252"))
    assert (read.text, read.encoding) == ("“Größe” – sagte er", "cp1252")


def test_a_table_in_utf_16(draft):
    assert draft("a.csv", "text,title\n“Größe”,b\n".encode("utf-16")).text == "“Größe”"


def test_standard_input_is_json_lines(monkeypatch, sandbox):
    import io

    from dragoman.settings import Settings
    from dragoman.sources.read import arrival

    class Standard:
        buffer = io.BytesIO(b'{"text": "One."}\n{"text": "Two."}\n')

    monkeypatch.setattr("sys.stdin", Standard)
    there = arrival("-", Settings(), sandbox)
    assert (there.name, there.format) == ("-", "jsonl")
    assert [r.text for r in there.records()] == ["One.", "Two."]
