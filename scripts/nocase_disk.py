# SPDX-License-Identifier: GPL-2.0-or-later
# ruff: noqa: PTH101, PTH102, PTH104, PTH106, PTH108, PTH112, PTH115, PTH118, PTH119, PTH120, PTH208, PTH211
"""A disk as Windows has it: upper and lower case are one name, and a name keeps the case that it was given.

``nocase_disk.py FOLDER MOUNT`` shows FOLDER as MOUNT until it is unmounted; for ``matrix.sh nocase``. Needs fusepy and libfuse2.
"""

from __future__ import annotations

import errno
import os
import sys

from fuse import FUSE, FuseOSError, Operations

_STAT = ("st_atime", "st_ctime", "st_gid", "st_mode", "st_mtime", "st_nlink", "st_size", "st_uid")
_STATVFS = ("f_bavail", "f_bfree", "f_blocks", "f_bsize", "f_favail", "f_ffree", "f_files", "f_flag", "f_frsize", "f_namemax")


class NoCase(Operations):
    """Every call goes to the file whose name differs in case only, when there is none of the very name."""

    def __init__(self, root: str) -> None:
        self.root = root

    def real(self, path: str) -> str:
        here = self.root
        for part in filter(None, path.split("/")):
            names = os.listdir(here) if not os.path.lexists(os.path.join(here, part)) and os.path.isdir(here) else []
            here = os.path.join(here, next((name for name in names if name.casefold() == part.casefold()), part))
        return here

    def access(self, path, mode):
        if not os.access(self.real(path), mode):
            raise FuseOSError(errno.EACCES if os.path.lexists(self.real(path)) else errno.ENOENT)

    def getattr(self, path, fh=None):
        stat = os.lstat(self.real(path)) if fh is None else os.fstat(fh)
        return {key: getattr(stat, key) for key in _STAT}

    def statfs(self, path):
        stat = os.statvfs(self.real(path))
        return {key: getattr(stat, key) for key in _STATVFS}

    def readdir(self, path, fh):
        return [".", "..", *os.listdir(self.real(path))]

    def rename(self, old, new):
        source, target = self.real(old), self.real(new)
        os.rename(source, target)
        os.rename(target, os.path.join(os.path.dirname(target), os.path.basename(new)))  # the case that was asked for

    def open(self, path, flags):
        return os.open(self.real(path), flags)

    def create(self, path, mode, fi=None):
        return os.open(self.real(path), os.O_RDWR | os.O_CREAT, mode)

    def read(self, path, size, offset, fh):
        return os.pread(fh, size, offset)

    def write(self, path, data, offset, fh):
        return os.pwrite(fh, data, offset)

    def truncate(self, path, length, fh=None):
        os.truncate(self.real(path) if fh is None else fh, length)

    def release(self, path, fh):
        return os.close(fh)

    def fsync(self, path, datasync, fh):
        return os.fsync(fh)

    def chmod(self, path, mode):
        return os.chmod(self.real(path), mode)

    def chown(self, path, uid, gid):
        return os.lchown(self.real(path), uid, gid)

    def utimens(self, path, times=None):
        return os.utime(self.real(path), times)

    def mkdir(self, path, mode):
        return os.mkdir(self.real(path), mode)

    def rmdir(self, path):
        return os.rmdir(self.real(path))

    def unlink(self, path):
        return os.unlink(self.real(path))

    def readlink(self, path):
        return os.readlink(self.real(path))

    def symlink(self, name, target):
        return os.symlink(target, self.real(name))

    def link(self, name, target):
        return os.link(self.real(target), self.real(name))


if __name__ == "__main__":
    FUSE(NoCase(sys.argv[1]), sys.argv[2], nothreads=True, attr_timeout=0, entry_timeout=0, big_writes=True, hard_remove=True)
