# SPDX-License-Identifier: GPL-2.0-or-later
"""The letters of a dBASE file, read from its bytes: what the file says of itself, what the worksheet knows, and what Dutch has."""

import struct

import pytest

from lmvw_plugin.layers.stored.letters import mended

NAME = "Café Zeeëend"


def dbf(path, rows, columns=(("PLANNAAM", "C", 40),), language=0, declared=None, behind=b""):
    """A file of dBASE; a row is the bytes of each column, and begins with its mark of a deletion. ``behind``: what stands behind the columns."""
    width = 1 + sum(size for _, _, size in columns)
    head = (
        struct.pack("<4BIHH", 3, 126, 1, 1, len(rows), 32 + 32 * len(columns) + 1 + len(behind), width)
        + bytes(17)
        + bytes([language])
        + b"\xff\xff"
    )
    described = b"".join(
        (name if isinstance(name, bytes) else name.encode()).ljust(11, b"\0") + kind.encode() + bytes(4)
        + bytes([size & 255, size >> 8 if kind == "C" else 0]) + bytes(14)
        for name, kind, size in columns
    )  # fmt: skip
    body = b"".join(
        mark + b"".join(cell.ljust(size, b" ") for cell, (_, _, size) in zip(cells, columns, strict=True)) for mark, *cells in rows
    )
    path.write_bytes(head + described + b"\r" + behind + body + b"\x1a")
    if declared is not None:
        path.with_suffix(".cpg").write_text(declared, encoding="ascii")
    return path


@pytest.mark.parametrize(("encoding", "language", "declared", "said"), [
    ("utf-8", 0, None, ""), ("cp1252", 0, None, "er is geen .cpg-bestand); gelezen als Windows-1252, want dat geeft Nederlandse letters"),
    ("cp850", 0, None, "gelezen als DOS 850, want dat geeft Nederlandse letters"),
    ("cp850", 0x02, None, ""), ("cp437", 0x01, None, ""), ("cp1252", 0x57, None, ""), ("cp1252", 0x03, None, ""),  # as its header says
    ("utf-8", 0, "65001", ""), ("utf-8", 0x57, "UTF-8\n", ""), ("cp1252", 0, "88591", ""), ("cp1252", 0, "ANSI 1252", ""),
    ("cp850", 0, "OEM 850", ""), ("cp850", 0, "cp850", ""), ("cp1252", 0, "ASCII", ""),
    ("cp1252", 0x57, "", ""),  # an empty one says nothing
    ("cp1252", 0, "UTF-8", "zegt dat zijn letters UTF-8 zijn, maar dat klopt niet; gelezen als Windows-1252"),
])  # fmt: skip
def test_what_the_file_says_counts_where_its_bytes_allow_it(tmp_path, encoding, language, declared, said):
    path = dbf(tmp_path / "plannen.dbf", [(b" ", NAME.encode(encoding))], language=language, declared=declared)
    (tmp_path / "ander.cpg").write_text("mac-roman", encoding="ascii")  # says nothing of this file
    if declared and declared.isdecimal():
        path.with_suffix(".cpg").rename(path.with_suffix(".CPG"))
    values, sentences = mended(path, ())
    assert values == {0: {"PLANNAAM": NAME}}
    assert said in sentences[0] if said else not sentences, sentences


@pytest.mark.parametrize(("text", "stored", "declared"), [
    ("ÐÞ", "cp1252", "1252"), ("Å", "mac-roman", "macintosh"),
])  # fmt: skip
def test_letters_that_dutch_has_not_are_as_the_file_says(tmp_path, text, stored, declared):
    """It says which they are: then Dutch letters that another encoding makes of them count for nothing."""
    path = dbf(tmp_path / "plannen.dbf", [(b" ", text.encode(stored))], declared=declared)
    assert mended(path, ()) == ({0: {"PLANNAAM": text}}, [])


def test_names_of_the_worksheet_go_before_what_is_usual_and_before_what_the_file_says(tmp_path):
    meant = "Straße ½"
    for declared in (None, "1252"):
        path = dbf(tmp_path / "plannen.dbf", [(b" ", meant.encode("cp850")), (b" ", b"Haven")], declared=declared)
        values, (sentence,) = mended(path, {meant})
        assert values == {0: {"PLANNAAM": meant}}
        assert "gelezen als DOS 850, want zo komen de namen overeen met het Excel-bestand" in sentence


def test_only_texts_with_other_letters_are_told_by_the_number_of_their_record(tmp_path):
    columns = (("NR", "N", 6), ("PLANNAAM", "C", 300), ("OPM", "C", 20), ("\u00e9".encode(), "C", 8), ("PLAATS", "C", 12))
    name = (NAME + " ") * 22
    raw = name.strip().encode("cp1252")
    rows = [
        (b" ", b"1", b"Haven", b"", b"", b"Delft"),
        (b"*", b"2", b"Dijk", b"weg: \xe9", b"", b""),  # deleted: it keeps its number
        (b" ", b"3", raw, b"gewoon", b"x\xe9", "Skûtsje".encode("cp1252") + b"\0rst\xe9"),
    ]
    values, _ = mended(dbf(tmp_path / "plannen.dbf", rows, columns), ())
    assert {fid: row for fid, row in values.items() if fid != 1} == {2: {"PLANNAAM": name.strip(), "PLAATS": "Skûtsje"}}


def test_columns_that_hold_no_texts_are_no_letters_and_what_stands_behind_them_is_no_column(tmp_path):
    """FoxPro stores whole numbers as bytes, and the name of its database behind the columns."""
    columns = (("AANTAL", "I", 4), ("PLANNAAM", "C", 40), ("PRIJS", "B", 8))
    rows = [(b" ", struct.pack("<i", -2), NAME.encode("cp1252"), struct.pack("<d", -1.1))]
    behind = (b"D:\\data\\plCnnen\xff.dbc\0" * 20)[:263]
    for more in (b"", behind):
        path = dbf(tmp_path / "plannen.dbf", rows, columns, language=0x57, behind=more)
        assert mended(path, ()) == ({0: {"PLANNAAM": NAME}}, [])


@pytest.mark.parametrize("data", [b"", b"\3" * 29, b"\3" * 31, b"\3" * 40, b"\3" * 2000, b"\0" * 2000, b"\1" * 10 + bytes(2000)])
def test_what_is_no_table_tells_nothing(tmp_path, data):
    (tmp_path / "plannen.dbf").write_bytes(data)
    assert mended(tmp_path / "plannen.dbf", ()) == ({}, [])


def test_a_table_that_was_cut_off_tells_what_is_left_of_it(tmp_path):
    path = dbf(tmp_path / "plannen.dbf", [(b" ", NAME.encode("cp1252")) for _ in range(3)], language=0x57)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - 1 - 41 - 20])
    assert mended(path, ()) == ({0: {"PLANNAAM": NAME}, 1: {"PLANNAAM": NAME}}, [])
    path.write_bytes(whole[:45])
    assert mended(path, ()) == ({}, [])


def test_a_name_that_needs_no_other_letters_is_not_told(tmp_path):
    assert mended(dbf(tmp_path / "plannen.dbf", [(b" ", b"Haven")]), ()) == ({}, [])
