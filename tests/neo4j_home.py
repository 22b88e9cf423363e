"""A real Neo4j Community server for tests, from its Maven artefacts: no Docker, no double.

The server is the child of a small shell that reads from a pipe of ours: when the tests end in any
way the pipe closes and the shell kills the server, so none outlives its run; it says nothing of it,
or the last word of a run that was broken off would be "Killed".
"""

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from browser import apt

FOLDER = Path(__file__).parent / "neo4j_server"
CACHE = FOLDER.parents[1] / ".cache" / "neo4j"
PATIENCE = 90  # seconds until a server must answer
MAIN, ADMIN = "org.neo4j.server.CommunityEntryPoint", "org.neo4j.server.startup.Neo4jAdminCommand"
OPENED = [
    option
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.lang")
    for option in ("--add-opens", f"java.base/{package}=ALL-UNNAMED")
]
#: small and soon warm rather than fast in the end: a test run is short
WARM = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
#: as docker-compose.yml starts it
LASTING = ["-XX:+UseParallelGC"]
WATCHED = """
exec 3<&0 2>/dev/null
"$@" </dev/null 2>&1 &
server=$!
(cat <&3; kill -9 $server) >/dev/null 2>&1 &
wait $server
"""
#: what a server writes as soon as it answers
STARTED = " Started."
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
dbms.security.auth_enabled={auth}
db.tx_log.preallocate=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
server.memory.heap.initial_size={heap}
server.memory.heap.max_size={heap}
server.memory.pagecache.size={pages}
dbms.cypher.min_replan_interval=1h
"""


def can_start() -> bool:
    """Whether this machine has what a server needs: Java and Maven."""
    return bool(shutil.which("java") and shutil.which("mvn"))


def classpath() -> str:
    """The server's artefacts, fetched by Maven once for each version of ``pom.xml``."""
    pom = FOLDER / "pom.xml"
    kept = CACHE / hashlib.sha256(pom.read_bytes()).hexdigest()[:16] / "classpath.txt"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        command = ["mvn", "-q", "-B", "-f", str(pom), "dependency:build-classpath"]
        unfinished = kept.with_name(f"classpath.{os.getpid()}")
        subprocess.run([*command, f"-Dmdep.outputFile={unfinished}"], check=True)
        unfinished.replace(kept)
    return kept.read_text("utf-8").strip()


class Server:
    """One server over a home folder of its own; ``password`` None: whoever asks is answered."""

    def __init__(
        self,
        home: Path,
        *,
        password: str | None = None,
        heap: str = "512m",
        pages: str = "256m",
        brief: bool = True,
    ) -> None:
        """``brief``: started to be soon warm; otherwise as a server that runs for days."""
        self.home = home
        self.port = _free_port()
        self.password = password
        self.heap = heap
        self.options = WARM if brief else LASTING
        self._process: subprocess.Popen[str] | None = None
        self._listener = threading.Thread()
        (home / "conf").mkdir(parents=True)
        auth = str(password is not None).lower()
        text = SETTINGS.format(port=self.port, auth=auth, heap=heap, pages=pages)
        (home / "conf" / "neo4j.conf").write_text(text, "utf-8")
        if password is not None:
            self.admin("dbms", "set-initial-password", password)

    @property
    def url(self) -> str:
        """The address of its database for ``CANCU_STORE``."""
        user = "neo4j@" if self.password else ""
        return f"bolt://{user}127.0.0.1:{self.port}/neo4j"

    def start(self) -> None:
        """Start it and wait until it says that it answers."""
        heap = [f"-Xms{self.heap}", f"-Xmx{self.heap}"]
        options = [*self.options, "-Dlog4j2.disable.jmx=true", "-Dfile.encoding=UTF-8"]
        where = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}", "--console-mode"]
        command = ["java", *heap, "-cp", classpath(), *OPENED, *options, MAIN, *where]
        self._process = subprocess.Popen(
            ["sh", "-c", WATCHED, "sh", *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
            text=True,
            errors="replace",
        )
        said = self._hear(self._process)
        if STARTED not in said:
            self.kill()
            raise RuntimeError(f"Neo4j did not start: {said[-2000:]}")

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in order, as before a backup or an import."""
        self._end(signal.SIGTERM)

    def memory(self) -> float:
        """Megabytes of memory that the server holds now."""
        assert self._process
        found = subprocess.run(
            ["ps", "-o", "rss=", "-g", str(self._process.pid)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return max(int(line) for line in found.stdout.split()) / 1024

    def cpu(self) -> float:
        """Seconds of CPU that its processes have spent, to a hundredth, where Linux tells; else
        0."""
        assert self._process
        members = subprocess.run(
            ["ps", "-o", "pid=", "-g", str(self._process.pid)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        told = [Path(f"/proc/{id}/stat") for id in members.stdout.split()]
        spent = [
            path.read_text("utf-8").rpartition(")")[2].split()[11:13]
            for path in told
            if path.exists()
        ]
        return sum(int(ticks) for pair in spent for ticks in pair) / os.sysconf("SC_CLK_TCK")

    def admin(self, *words: str, folder: Path | None = None) -> str:
        """What ``neo4j-admin`` says to a command that is given in a folder."""
        environment = os.environ | {
            "NEO4J_HOME": str(self.home),
            "NEO4J_CONF": str(self.home / "conf"),
        }
        command = ["java", "-cp", classpath(), *OPENED, ADMIN, *words]
        done = subprocess.run(
            command, env=environment, cwd=folder, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"neo4j-admin {' '.join(words[:2])}: {done.stdout}{done.stderr}")
        return done.stdout

    def _end(self, how: signal.Signals) -> None:
        """Send the signal to all its processes and wait until the last is gone."""
        if self._process is not None:
            os.killpg(self._process.pid, how)
            self._process.wait(PATIENCE)
            assert self._process.stdin
            self._process.stdin.close()
            self._process = None
            self._listener.join(PATIENCE)
            assert not self._listener.is_alive(), "the server goes on"

    def _hear(self, process: subprocess.Popen[str]) -> str:
        """What it writes until it answers, or until it ends; the rest is listened to elsewhere, up
        to its end, so that it never waits for a reader."""
        assert process.stdout
        late = threading.Timer(PATIENCE, os.killpg, (process.pid, signal.SIGKILL))
        late.start()
        said = ""
        for line in process.stdout:
            said += line
            if STARTED in line:
                break
        late.cancel()
        self._listener = threading.Thread(target=_listen, args=[process.stdout], daemon=True)
        self._listener.start()
        return said


def main() -> int:
    """Bring Java and Maven where they are missing and may be installed; 0 also where not, with one
    sentence: the tests that need a server are then skipped."""
    if can_start() or "NEO4J_TEST_URI" in os.environ:
        return 0
    for command in apt("openjdk-17-jre-headless", "maven"):
        subprocess.run(command, check=False)
    if not can_start():
        print(
            "No Java with Maven on this machine, so no Neo4j server can be started; install "
            "openjdk-17-jre-headless and maven, or name a server in NEO4J_TEST_URI.",
            file=sys.stderr,
        )
    return 0


def _listen(output: IO[str]) -> None:
    with output:
        for _ in output:
            pass


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
