"""What kind of file is this, by its content?"""

import struct
import zlib
from collections.abc import Callable

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused

PDF, JPEG, PNG, TIFF = "application/pdf", "image/jpeg", "image/png", "image/tiff"

_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"
_JPEG_END = b"\xff\xd9"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_TAIL = 4096


def type_of(content: bytes, name: str) -> str:
    """The media type; Refused where it is none of the four kinds or was cut off. `name` is for the text."""
    for media_type, (heads, is_whole) in _KINDS.items():
        if content.startswith(heads):
            if is_whole(content):
                return media_type
            raise Refused(Message("{name} is damaged or was cut off. Scan or copy it again.", name=name))
    raise Refused(
        Message("{name} is not a PDF, JPEG, PNG or TIFF file, whatever its name says. Choose a scan.", name=name)
    )


def _pdf(content: bytes) -> bool:
    return b"startxref" in content[-_TAIL:] and b"%%EOF" in content[-_TAIL:]


def _jpeg(content: bytes) -> bool:
    """The segments lead to a frame with a size, and the picture ends; phones append further data after the end."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker in _FRAMES:
            return any(content[at + 5 : at + 9]) and _JPEG_END in content[at:]
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return False


def _png(content: bytes) -> bool:
    if content[12:16] != b"IHDR" or len(content) < 33:
        return False
    width, height, check = struct.unpack(">II5xI", content[16:33])
    return bool(width and height) and zlib.crc32(content[12:29]) == check and _PNG_END in content[-_TAIL:]


def _tiff(content: bytes) -> bool:
    """The first directory of pictures lies inside the file and has entries."""
    order = "<" if content.startswith(b"II") else ">"
    if len(content) < 8:
        return False
    (first,) = struct.unpack(f"{order}I", content[4:8])
    if not 8 <= first <= len(content) - 2:
        return False
    entries = int(struct.unpack(f"{order}H", content[first : first + 2])[0])
    return entries > 0 and first + 2 + 12 * entries <= len(content)


_KINDS: dict[str, tuple[bytes | tuple[bytes, ...], Callable[[bytes], bool]]] = {
    PDF: (b"%PDF-", _pdf),
    JPEG: (b"\xff\xd8\xff", _jpeg),
    PNG: (_PNG_HEAD, _png),
    TIFF: ((b"II*\x00", b"MM\x00*"), _tiff),
}
