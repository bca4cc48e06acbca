"""What the benchmark measures against: smtplib alone, ready messages over one connection."""

from __future__ import annotations

import json
import smtplib
import ssl
import sys
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from tests.benchmarks.mail_server import PASSWORD, USER


def main(port: int, certificates: str, letters: Path) -> None:
    """Send every message of the file; they are made before the connection is opened."""
    raws = json.loads(letters.read_text(encoding="ascii"))
    messages = [message_from_bytes(raw.encode("ascii"), _class=EmailMessage, policy=SMTP) for raw in raws]
    with smtplib.SMTP("127.0.0.1", port, "localhost") as connection:
        connection.starttls(context=ssl.create_default_context(cafile=certificates))
        connection.login(USER, PASSWORD)
        for message in messages:
            connection.send_message(message)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
