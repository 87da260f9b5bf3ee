// Ends what a launcher started when the launcher itself is gone, however it went (kill -9 too).
// It runs in a process group of its own and reads JSON lines from the launcher's end of a pipe:
//   {"adopt": pid, "signal": "SIGTERM"}   {"release": pid}   {"folder": path to remove}
// The end of the pipe is the launcher's end: what is still adopted then is stopped, first kindly.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

// Less than a launcher gives: broker and database end at the same time as the roles that need them.
const GRACE_MS = 4_000;
const adopted = new Map();
const folders = new Set();

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signal(target, name) {
  try {
    process.kill(target, name);
  } catch {
    // It has ended by itself meanwhile.
  }
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  if (order.adopt !== undefined) adopted.set(order.adopt, order.signal);
  if (order.release !== undefined) adopted.delete(order.release);
  if (order.folder !== undefined) folders.add(order.folder);
}

for (const [pid, name] of adopted) signal(pid, name);
const end = Date.now() + GRACE_MS;
while ([...adopted.keys()].some(alive) && Date.now() < end) await delay(50);
for (const pid of adopted.keys()) {
  signal(-pid, 'SIGKILL');
  signal(pid, 'SIGKILL');
}
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
