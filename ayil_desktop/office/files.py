"""How does a scan or another paper come into the office?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ayil_desktop.office.records import Attachment
from ayil_desktop.store import blobs
from ayil_desktop.store.blobs import Blob
from ayil_desktop.store.open_store import Store

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Content: TypeAlias = bytes | Path | Blob
"""What a file holds, where it lies, or what the office has taken in of it already."""


def keep(store: Store, session: Session, *, content: Content, name: str) -> Attachment:
    """The file in the office's blobs with its row; Refused where its content is no pdf, jpg, png or tiff."""
    blob = content if isinstance(content, Blob) else blobs.keep(store, content, name)
    attachment = Attachment(sha256=blob.sha256, name=name or blob.name, media_type=blob.media_type, size=blob.size)
    session.add(attachment)
    session.flush()
    return attachment
