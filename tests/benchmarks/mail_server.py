"""The mail server of the benchmark in a process of its own: TLS, login, and the moments in which letters arrived."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.smtp_servers import SmtpServer

USER, PASSWORD = "office", "apples-and-pears"
ROOT = Path(__file__).parents[2]


class ServerProcess:
    """Another process, so that its work is not counted as the sender's."""

    def __init__(self, thinks_s: float, *, pipelining: bool = False) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.mail_server", str(thinks_s), str(int(pipelining))]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port, self.certificate_file = 0, ""

    def __enter__(self) -> Self:
        assert self._process.stdout is not None
        self.port, self.certificate_file = json.loads(self._process.stdout.readline())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate("\n")

    def take(self) -> list[tuple[float, str]]:
        """The letters since the last time: when each arrived, and its text."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("take\n")
        self._process.stdin.flush()
        return [(at, raw) for at, raw in json.loads(self._process.stdout.readline())]


def main(thinks_s: float, pipelining: bool) -> None:
    """Serve until the other side says an empty line."""
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    with SmtpServer(user=USER, password=PASSWORD, thinks_s=thinks_s, pipelining=pipelining) as server:
        print(json.dumps([server.port, str(server.certificate_file)]), flush=True)
        for line in sys.stdin:
            if not line.strip():
                break
            taken = [(message.at, message.raw.decode("ascii")) for message in server.messages]
            server.messages.clear()
            print(json.dumps(taken), flush=True)


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2] == "1")
