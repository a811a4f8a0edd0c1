"""The program in a process of its own: locale, pipes, terminals, full disks."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from coopterms.cli import main
from coopterms.errors import CooptermsError
from tests.cli.conftest import SOURCE

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@POSIX
def test_utf_8_whatever_the_locale(spawn):
    done = spawn("resolve", "行政長官林鄭月娥", "--format", "jsonl", **ASCII)
    assert (done.returncode, done.stderr) == (0, b"")
    answer = json.loads(done.stdout.decode("utf-8"))
    assert (answer["text"], answer["person"]["id"]) == ("行政長官林鄭月娥", "person:lam-carrie")
    piped = spawn("resolve", "--format", "jsonl", stdin="行政長官林鄭月娥\n".encode(), **ASCII)
    assert piped.stdout == done.stdout


@POSIX
def test_an_argument_that_is_no_text_is_read_all_the_same(spawn):
    done = spawn("resolve", os.fsdecode(b"CE \xff"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"CE " in done.stdout


def test_refusals_leave_one_line(spawn, tmp_path):
    done = spawn("resolve", "--input", tmp_path / "none.csv", "--column", "x")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert done.stderr.startswith(b"coopterms: ")


def test_strict_is_status_1(spawn):
    assert spawn("resolve", "nobody", "--strict").returncode == 1


@POSIX
def test_a_reader_that_goes_away_is_no_error(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text("text\n" + "Secretary for Justice\n" * 3000)
    command = [sys.executable, "-m", "coopterms", "resolve", "--input", str(path), "--column", "text"]
    environment = os.environ | {"PYTHONPATH": SOURCE}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line():
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "coopterms", "resolve", "CE"]
        done = subprocess.run(command, env=os.environ | {"PYTHONPATH": SOURCE}, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (2, b"coopterms: No space left on device\n")


def test_no_place_for_the_compiled_file_is_one_line(monkeypatch, capfd):
    monkeypatch.setattr("coopterms.cli.resolve.Resolver", lambda _: (_ for _ in ()).throw(OSError("no folder can be written")))
    status = main(["resolve", "CE"])
    assert (status, capfd.readouterr().err) == (2, "coopterms: no folder can be written\n")


def test_a_reader_gone_and_an_interruption(monkeypatch, capfd):
    def stop(error):
        def resolver(_):
            raise error

        monkeypatch.setattr("coopterms.cli.resolve.Resolver", resolver)
        return main(["resolve", "CE"])

    assert (stop(KeyboardInterrupt()), capfd.readouterr().err) == (130, "coopterms: stopped\n")
    assert (stop(CooptermsError("it is shut")), capfd.readouterr().err) == (2, "coopterms: it is shut\n")
    assert (stop(BrokenPipeError()), capfd.readouterr().err) == (0, "")


def test_the_command_line_of_the_process_is_the_default(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["coopterms", "resolve", "CE"])
    assert (main(), "office:hk-chief-executive" in capsys.readouterr().out) == (0, True)


def test_streams_that_cannot_be_told_their_encoding(monkeypatch):
    class Plain:
        def __init__(self):
            self.text = ""

        def write(self, text):
            self.text += text

        def flush(self):
            pass

        def fileno(self):
            raise OSError

    out = Plain()
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["resolve", "CE\udcff", "CE\ud800"]) == 0
    assert "CE" in out.text


@pytest.fixture
def long_table(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("text\n" + "".join(f"Secretary for Justice number {number}\n" for number in range(400)))
    return path


def test_no_progress_bar_in_a_pipe(spawn, long_table, tmp_path):
    done = spawn("resolve", "--input", long_table, "--column", "text", "--output", tmp_path / "out.csv")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@POSIX
def test_a_progress_bar_on_a_terminal(long_table, tmp_path):
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    # The bar waits for a second before it shows itself, so that short files have none; here it does not wait.
    program = (
        "import sys, tqdm\n"
        "class Bar(tqdm.tqdm):\n"
        "    def __init__(self, *args, **options):\n"
        "        super().__init__(*args, **(options | {'delay': 0, 'mininterval': 0}))\n"
        "tqdm.tqdm = Bar\n"
        "from coopterms.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", program, "resolve", "--input", long_table, "--column", "text", "--output", tmp_path / "out.csv"]
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": SOURCE}, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux says so when the other side is shut
                break
            if not piece:
                break
            shown += piece
        assert process.stdout.read() == b""
    os.close(ours)
    assert process.returncode == 0
    assert b"long.csv:" in shown
    assert b"%" in shown
    assert len((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()) == 401
