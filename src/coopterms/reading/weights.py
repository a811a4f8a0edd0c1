"""What each reason is worth: log-odds for a reading, against "none of these", whose sum is 0.

Set by judgement and checked by `benchmarks/accuracy.py`, whose reliability table shows what the scores are worth. A veto outweighs
everything that can speak for a reading.
"""

from __future__ import annotations

VETO = -30.0

WEIGHTS = {
    # how the office is named
    "title-official": 3.5,
    "title-alias": 3.0,
    "title-abbreviated": 2.8,
    "title-informal": 2.0,
    "title-without-branch": 2.0,
    "title-local": 0.5,
    "rank-only": -0.5,
    # whether that title was in use
    "title-not-in-force": -9.5,
    # how the person is named
    "name-whole": 4.5,
    "name-full": 3.0,
    "name-initials": 2.0,
    "name-short": 1.5,
    "surname-only": -1.0,
    "name-unknown": -0.5,
    "name-of-another": -3.0,
    "name-foreign": -6.0,
    # whether that person held that office
    "in-office": 4.5,
    "in-office-last-seen": 3.5,
    "near-tenure": 3.0,
    "takes-office-later": 4.0,
    "held-before": 4.0,
    "held-undated": 3.5,
    "acting-on-record": 5.0,
    "stand-in": 5.0,
    "stand-in-elsewhere": 2.0,
    "also-holds": 1.0,
    "second-title-unread": -0.5,
    "held-at-another-time": -2.0,
    "served-about-then": -1.0,
    "served-then": -2.0,
    "in-office-already": -3.0,
    "no-stand-in": -8.0,
    "still-in-office": -8.0,
    "held-long-before-or-after": -8.0,
    "never-held": -8.0,
    "busy-elsewhere": -8.0,
    "held-by-another": -9.0,
    "common-name": -5.0,
    # the person's career
    "career-then": 1.0,
    "career-glimpsed": 0.3,
    "career-before": 0.3,
    "career-only-later": -3.0,
    # which of several of that name is named far more often
    "usually-meant": 2.5,
    # courtesy
    "honorific-agrees": 0.2,
    "honorific-contradicts": -10.0,
    "spouse": VETO,
    # what stands around
    "body-agrees": 0.3,
    "branch-agrees": 1.0,
    "branch-not-listed": -0.7,
    "rank-agrees": 0.3,
    "in-context": 4.0,
    "not-introduced": -3.0,
    "ordinary-words": -3.0,
    "other-body": VETO,
    "other-branch": VETO,
    "left-over": VETO,
    "repaired": -0.7,
    # organisations and terms
    "thing-official": 4.0,
    "thing-abbreviated": 3.5,
    "thing-not-in-force": -1.5,
    # what other readings of the same mention take away; worked out, not looked up
    "rivals": 1.0,
}
