import hashlib
import io
import struct
import zlib

import pytest

from ayil_desktop.refused import Refused
from ayil_desktop.store import blobs, reserve
from ayil_desktop.store.trouble import Damaged, DiskFull, ReadOnly, SourceVanished

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\0"
    + bytes(9)
    + b"\xff\xff\xc0\x00\x11\x08\x00\x10\x00\x10\x03"
    + bytes(9)
    + b"\xff\xd9"
)


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


PNG = b"".join(
    [
        b"\x89PNG\r\n\x1a\n",
        chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        chunk(b"IDAT", zlib.compress(b"\0\0")),
        chunk(b"IEND", b""),
    ]
)
TIFF = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1) + bytes(12) + bytes(4)
TIFF_OF_A_MAC = b"MM\0*" + struct.pack(">I", 8) + struct.pack(">H", 1) + bytes(12) + bytes(4)
KINDS = {
    "application/pdf": [PDF, PDF + b"\n" * 1000],
    "image/jpeg": [JPEG, JPEG + b"what a phone appends"],
    "image/png": [PNG],
    "image/tiff": [TIFF, TIFF_OF_A_MAC],
}


@pytest.mark.parametrize("media_type, content", [(kind, one) for kind, contents in KINDS.items() for one in contents])
def test_a_scan_is_kept_by_its_content_whatever_its_name(store, media_type, content):
    blob = blobs.keep(store, content, "протокол.bin")
    assert (blob.media_type, blob.name, blob.size) == (media_type, "протокол.bin", len(content))
    assert blob.sha256 == hashlib.sha256(content).hexdigest()
    assert (store.folder / "blobs" / blob.sha256[:2] / blob.sha256).read_bytes() == content
    assert blobs.read(store, blob.sha256) == content


def test_a_file_keeps_its_name_and_the_same_content_lies_there_once(store, tmp_path):
    file = tmp_path / "Протокол 17.pdf"
    file.write_bytes(PDF)
    assert blobs.keep(store, file).name == "Протокол 17.pdf"
    blobs.keep(store, PDF, "again.pdf")
    assert len([one for one in (store.folder / "blobs").rglob("*") if one.is_file()]) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\0" + bytes(100),
        b"hello",
        b"PK\x03\x04",
        b"GIF89a",
        b"<html>%PDF-1.4 startxref %%EOF",
        b"MZ" + PDF,
        b"#!/bin/sh\n",
    ],
)
def test_anything_else_is_refused_whatever_its_name(store, content):
    with pytest.raises(Refused, match=r"scan\.jpg is not a PDF"):
        blobs.keep(store, content, "scan.jpg")
    assert not list((store.folder / "blobs").iterdir())


@pytest.mark.parametrize(
    "content",
    [
        PDF[:-10],
        JPEG[:-2],
        JPEG[:20],
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x00\x00\x00" + bytes(9) + b"\xff\xd9",
        PNG[:-12],
        PNG[:20] + b"\xff" + PNG[21:],
        PNG[:12] + b"XXXX" + PNG[16:],
        PNG[:16],
        TIFF[:20],
        TIFF[:4],
        b"II*\0" + struct.pack("<I", 8) + bytes(20),
        b"II*\0" + struct.pack("<I", 9999) + bytes(20),
    ],
)
def test_a_scan_that_was_cut_off_or_broken_is_refused(store, content):
    with pytest.raises(Refused, match="cut off"):
        blobs.keep(store, content, "scan.jpg")


def test_a_real_picture_of_each_kind_is_taken(store):
    image = pytest.importorskip("PIL.Image")
    for kind in ("JPEG", "PNG", "TIFF", "PDF"):
        file = io.BytesIO()
        image.new("RGB", (40, 30)).save(file, kind)
        blobs.keep(store, file.getvalue(), kind)


def test_twenty_five_megabytes_are_taken_and_one_byte_more_is_not(store, tmp_path):
    most = PDF.replace(b"\n1 0", b"\n" + b" " * (blobs.MOST_BYTES - len(PDF)) + b"1 0")
    assert blobs.keep(store, most, "a.pdf").size == 25 * 1024 * 1024
    file = tmp_path / "b.pdf"
    file.write_bytes(most + b"\n")
    for source in (file, most + b"\n"):
        with pytest.raises(Refused, match="26 MB"):
            blobs.keep(store, source, "b.pdf")


def test_an_empty_file_is_refused(store):
    with pytest.raises(Refused, match="empty"):
        blobs.keep(store, b"", "a.pdf")


def test_a_file_that_cannot_be_read_is_told_by_name(store, tmp_path):
    for source in (tmp_path / "gone.pdf", tmp_path):
        with pytest.raises(SourceVanished, match=source.name):
            blobs.keep(store, source)


def test_a_missing_and_a_changed_file_are_told(store):
    blob = blobs.keep(store, PDF, "a.pdf")
    place = blobs.place(store.folder, blob.sha256)
    place.write_bytes(PDF[:-1] + b"!")
    with pytest.raises(Damaged, match="changed by the disk"):
        blobs.read(store, blob.sha256)
    blobs.keep(store, PDF, "a.pdf")
    assert blobs.read(store, blob.sha256) == PDF
    place.unlink()
    with pytest.raises(Damaged, match="missing"):
        blobs.read(store, blob.sha256)
    place.mkdir()
    with pytest.raises(Damaged, match="missing"):
        blobs.read(store, blob.sha256)


@pytest.mark.parametrize("sha256", ["../../office.db", "", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_a_hash_that_is_none_never_becomes_a_path(store, sha256):
    with pytest.raises(ValueError, match="SHA-256"):
        blobs.read(store, sha256)


def test_an_office_open_for_reading_takes_no_files(store):
    store.read_only = True
    with pytest.raises(ReadOnly):
        blobs.keep(store, PDF, "a.pdf")


def test_on_a_full_disk_no_half_file_stays_and_the_reserve_is_freed(store, monkeypatch):
    def fill(target, content):
        target.write_bytes(content[:5])
        raise OSError(28, "No space left on device")

    assert (store.folder / reserve.FILE).exists()
    monkeypatch.setattr(blobs.durable, "write", fill)
    with pytest.raises(DiskFull):
        blobs.keep(store, PDF, "a.pdf")
    assert not [one for one in (store.folder / "blobs").rglob("*") if one.is_file()]
    assert not (store.folder / reserve.FILE).exists()
