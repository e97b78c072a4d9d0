"""Runs a command in a terminal of its own and types into it.

Standard input: JSON {argv, cwd, env, steps: [[words to wait for, what to type], ...], seconds}.
Standard output: JSON {screen, code, left}: all that was shown, the exit code (negative: a signal), the steps not reached.
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

job = json.load(sys.stdin)
steps = job["steps"]
child, terminal = pty.fork()
if child == 0:
    # A new terminal has no columns, and prompts wrap each letter.
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    os.chdir(job["cwd"])
    os.execvpe(job["argv"][0], job["argv"], job["env"])

screen, seen, until = b"", 0, time.time() + job["seconds"]
while True:
    if time.time() > until:
        os.kill(child, signal.SIGKILL)
        break
    if steps and steps[0][0].encode() in screen[seen:]:
        seen = len(screen)
        os.write(terminal, steps.pop(0)[1].encode())
    ready, _, _ = select.select([terminal], [], [], 0.05)
    if not ready:
        continue
    try:
        got = os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed.
        break
    if not got:
        break
    screen += got
_, status = os.waitpid(child, 0)
print(json.dumps({"screen": screen.decode("utf8", "replace"), "code": os.waitstatus_to_exitcode(status), "left": steps}))
