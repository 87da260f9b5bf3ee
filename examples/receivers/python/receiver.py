"""A webhook receiver with nothing but Python's standard library (3.9 or newer).

    WEBHOOK_SECRET=whsec_... python3 receiver.py [port]

It shows the four things that every receiver does: verify the raw bytes, drop ids that were seen and
revisions that are not newer, answer 2xx at once, and only then work.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

TOLERANCE_SECONDS = 300
MOST_BYTES = 64 * 1024


def key_of(secret):
    text = secret[len("whsec_"):] if secret.startswith("whsec_") else secret
    return base64.b64decode(text + "=" * (-len(text) % 4))


# Several secrets, comma separated, while one is being replaced.
KEYS = [key_of(secret) for secret in os.environ.get("WEBHOOK_SECRET", "").split(",") if secret]

# In memory here; a receiver that must not work twice keeps both in its database.
lock = Lock()
seen_ids = set()
newest_revision = {}


def is_signed(headers, body):
    message_id = headers.get("webhook-id", "")
    timestamp = headers.get("webhook-timestamp", "")
    if not message_id or not timestamp.isdigit():
        return False
    if abs(time.time() - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    content = f"{message_id}.{timestamp}.".encode() + body
    expected = [base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()) for key in KEYS]
    # One signature per live key of the sender; versions other than v1 are not for us.
    for token in headers.get("webhook-signature", "").split(" "):
        version, _, signature = token.partition(",")
        if version == "v1" and any(hmac.compare_digest(one, signature.encode()) for one in expected):
            return True
    return False


def is_news(message_id, alert):
    with lock:
        if message_id in seen_ids:
            return False
        seen_ids.add(message_id)
        if "id" not in alert:
            return True
        # Messages of one alert may overtake each other: an older revision is no news.
        if newest_revision.get(alert["id"], 0) >= alert["revision"]:
            return False
        newest_revision[alert["id"]] = alert["revision"]
        return True


def work(message):
    summary = (message.get("data") or {}).get("alert", {}).get("summary", "")
    print(f"{message['timestamp']} {message['type']} {summary}".strip(), flush=True)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        size = int(self.headers.get("content-length", "0"))
        if size > MOST_BYTES:
            return self.answer(413)
        body = self.rfile.read(size)
        if not is_signed(self.headers, body):
            return self.answer(401)
        self.answer(204)
        message = json.loads(body)
        if is_news(self.headers["webhook-id"], (message.get("data") or {}).get("alert", {})):
            work(message)

    def answer(self, status):
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    if not KEYS:
        sys.exit("WEBHOOK_SECRET is not set: the secret was shown when the endpoint was registered")
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    server = ThreadingHTTPServer(("127.0.0.1", port), Receiver)
    print(f"listening on http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()
