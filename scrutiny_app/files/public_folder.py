"""The published site as a folder for a web server, which is exchanged for the one before in a single step.

What a server is pointed at is a link. The files are written beside it, in a folder named after what they hold, and
then the link is moved; nobody is ever served a mixture of two states.
"""

import os
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

_FOLDER, _FILE = 0o755, 0o644  # a web server reads them as another user


class InTheWay(ValueError):
    """A folder or file that stands where the link should, and that is not ours to replace."""


def write_folder(files: Mapping[str, bytes], target: Path) -> Path:
    """Write a site's files and point `target` at them; raise InTheWay where something else stands there."""
    target = target.absolute()
    _check(target)
    before = target.resolve() if target.is_symlink() else None
    folder = target.with_name(f".{target.name}-{_digest(files)[:16]}")
    if before != folder:
        shutil.rmtree(folder, ignore_errors=True)  # one that an interrupted run left behind
        _fill(folder, files)
    if target.is_dir() and not target.is_symlink():
        target.rmdir()
    link = target.with_name(f".{target.name}-link")
    link.unlink(missing_ok=True)
    link.symlink_to(folder.name)
    os.replace(link, target)
    if before and before != folder and before.name.startswith(f".{target.name}-"):
        shutil.rmtree(before)
    return folder


def _check(target: Path) -> None:
    if target.is_symlink():
        ours = os.readlink(target).startswith(f".{target.name}-")
    else:
        ours = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    if not ours:
        raise InTheWay(f"{target} holds something else already. Name a new or an empty folder.")


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    _make(folder)
    for name, content in files.items():
        path = folder / name
        for parent in reversed(path.relative_to(folder).parents[:-1]):
            _make(folder / parent)
        path.write_bytes(content)
        path.chmod(_FILE)


def _make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(_FOLDER)


def _digest(files: Mapping[str, bytes]) -> str:
    told = sha256()
    for name in sorted(files):
        told.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    return told.hexdigest()
