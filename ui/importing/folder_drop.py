"""Takes a folder that is dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

TABLE = "applicants.csv"


class FolderDrop(QObject):
    """Takes exactly one folder of this computer, or the table inside it; leaves everything else alone."""

    dropped = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.DragEnter, QEvent.Type.Drop} and isinstance(event, QDropEvent):
            folder = find_folder(event.mimeData())
            if folder is not None:
                event.acceptProposedAction()
                if event.type() is QEvent.Type.Drop:
                    self.dropped.emit(folder)
                return True
        return False


def find_folder(data: QMimeData) -> Path | None:
    """The one folder that is being dragged; None for anything else."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(paths) != 1:
        return None
    path = paths[0]
    if path.name.lower() == TABLE and path.is_file():
        return path.parent
    return path if path.is_dir() else None
