"""Hypothesis strategies that write mentions as official texts print them, for guarding gazetteers with property-based tests.

Needs the package hypothesis. A user's own tables are guarded like the packaged ones:

    from hypothesis import given
    from coopterms import Resolver, load
    from coopterms.testing import appointments

    RESOLVER = Resolver(load("my-tables/"))

    @given(appointments(RESOLVER))
    def test_every_mention_reads_back(mention):
        answer = RESOLVER.resolve(mention.text, on=mention.on)
        assert answer.person is None or answer.person.id == mention.person
"""

from coopterms.testing.strategies import appointments, hard_text, labels
from coopterms.testing.styles import STYLES, Appointment, write

__all__ = ["STYLES", "Appointment", "appointments", "hard_text", "labels", "write"]
