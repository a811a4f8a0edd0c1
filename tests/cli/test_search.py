"""`coopterms search`."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["Secretary", "for", "Justice"], "office:hk-secretary-for-justice"),
        (["律政司司長"], "office:hk-secretary-for-justice"),
        (["patrick", "nip", "--kind", "person"], "person:nip-patrick"),
    ],
)
def test_the_best_comes_first(run, arguments, first):
    done = run("search", *arguments)
    assert (done.status, done.err) == (0, "")
    assert next(word for word in done.out.split() if ":" in word) == first


def test_a_limit(run):
    out = run("search", "security", "--limit", "3", "--kind", "office").out
    assert out.count("office:") == 3


def test_nothing_found_is_said_and_is_no_error(run):
    done = run("search", "xyzzyqqq", "zz")
    assert (done.status, done.out) == (0, "")
    assert done.err == "nothing is called 'xyzzyqqq zz'; try fewer or other words\n"
