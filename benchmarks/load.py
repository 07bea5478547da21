"""What many facts and many readers cost the server: time and memory.

The sessions here are Streamlit's own protocol without a browser, so that on one machine ten
browsers do not compete with the server that is measured. An answer is all of it: from the change of
the region, as sent, to the word that the script has run.
"""

import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from benchmarks import browser, serving, synthetic
from benchmarks.results import Row
from benchmarks.serving import BIG, FLOOR, Server
from data import facts

SESSIONS = 10
ROUNDS = 10
THOUGHT = (1, 3)
"""Seconds for which a reader looks at the page before the next change: from, to."""
ENOUGH = 60.0
"""Seconds after which all sessions are not changed again."""
TOO_LONG = 60.0
"""Seconds that an answer may take, or the rest is left out."""


class Session:
    """A reader's connection to a server, without a browser; ``took`` is what its first run took."""

    def __init__(self, server: Server) -> None:
        self.socket = connect(
            server.url.replace("http", "ws") + "/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            ping_timeout=None,
        )
        self.widgets: dict[str, str] = {}
        self.took = self._run(BackMsg(rerun_script=ClientState()))
        self.turn = 0

    def change(self) -> float:
        """Change the one choice that there is, to and fro; return the milliseconds."""
        self.turn += 1
        request = BackMsg()
        state = request.rerun_script.widget_states.widgets.add()
        if "Region" in self.widgets:
            state.id = self.widgets["Region"]
            state.string_array_value.data[:] = ["Africa"] if self.turn % 2 else []
        else:
            state.id = self.widgets["Choice"]
            state.string_value = f"Choice {self.turn % 5}"
        return self._run(request)

    def _run(self, request: BackMsg) -> float:
        start = time.perf_counter()
        self.socket.send(request.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(self.socket.recv(decode=False))
            element = answer.delta.new_element
            for widget in (element.button_group, element.selectbox):
                if widget.id:
                    self.widgets[widget.label] = widget.id
            if answer.WhichOneof("type") == "script_finished":
                return (time.perf_counter() - start) * 1000


def measure(sizes: Sequence[int]) -> Iterator[Row]:
    """Yield times and memory of the Overview on a server with each number of facts."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted(sizes):
            path = Path(folder) / f"{size}.csv"
            if size == len(facts.load()):
                path = facts.PATH
            else:
                synthetic.write(size, path)
            with (
                serving.serving(BIG, {"SINOGRAPH_BENCH_FACTS": str(path)}) as server,
                serving.serving(FLOOR) as least,
            ):
                yield from _measure_at(server, least, size)


def _measure_at(server: Server, least: Server, size: int) -> Iterator[Row]:
    likewise = "the same of its server"
    beside = "the same for its choice"
    sessions, others = [Session(server)], [Session(least)]
    yield Row("first page, with reading and checking the facts", size, (sessions[0].took,))
    if sessions[0].change() > TOO_LONG * 1000:
        return
    yield Row("memory, one session", size, (server.memory(),), "MB", (least.memory(),), likewise)
    sessions.append(Session(server))
    others.append(Session(least))
    yield Row("memory, two sessions", size, (server.memory(),), "MB", (least.memory(),), likewise)
    alone, floor = _in_turn(sessions[0].change, others[0].change)
    yield Row("answer of the server, one session", size, alone, "ms", floor, beside)
    sessions += [Session(server) for _ in range(SESSIONS - len(sessions))]
    others += [Session(least) for _ in range(SESSIONS - len(others))]
    rounds = int(max(2, min(ROUNDS, ENOUGH * 1000 / (statistics.median(alone) * SESSIONS))))
    together, floor = _at_once(sessions, rounds), _at_once(others, rounds)
    yield Row(f"answer of the server, {SESSIONS} at once", size, together, "ms", floor, beside)
    apart, floor = _in_their_time(sessions, rounds), _in_their_time(others, rounds)
    told = f"answer of the server, {SESSIONS} readers, each every {THOUGHT[0]} to {THOUGHT[1]} s"
    yield Row(told, size, apart, "ms", floor, beside)
    told = f"memory, {SESSIONS} sessions"
    yield Row(told, size, (server.memory(),), "MB", (least.memory(),), likewise)
    with serving.chromium() as chromium:
        floors = browser.floor_change(browser.opened(chromium, least.url))
        page = browser.opened(chromium, server.url)
        changes = {"Overview": browser.filter_change(page, "Africa")}
        yield from browser.beside(changes, floors, name="filter change", facts=size)


def _in_turn(*changes: Callable[[], float]) -> list[tuple[float, ...]]:
    rounds = [[change() for change in changes] for _ in range(ROUNDS + 2)]
    return [tuple(values) for values in zip(*rounds[2:], strict=True)]


def _in_their_time(sessions: Sequence[Session], rounds: int) -> tuple[float, ...]:
    """Change each session some times, each after a moment's thought; return the milliseconds."""

    def changes(number: int) -> list[float]:
        moments, times = random.Random(number), []
        for _ in range(rounds):
            time.sleep(moments.uniform(*THOUGHT))
            times.append(sessions[number].change())
        return times

    with ThreadPoolExecutor(len(sessions)) as pool:
        return tuple(value for times in pool.map(changes, range(len(sessions))) for value in times)


def _at_once(sessions: Sequence[Session], rounds: int) -> tuple[float, ...]:
    """Change all sessions at the same moment, some times; return each one's milliseconds."""
    start = threading.Barrier(len(sessions))

    def changes(session: Session) -> list[float]:
        times = []
        for _ in range(rounds):
            start.wait()
            times.append(session.change())
        return times

    with ThreadPoolExecutor(len(sessions)) as pool:
        return tuple(value for times in pool.map(changes, sessions) for value in times)
