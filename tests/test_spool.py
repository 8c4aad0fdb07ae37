"""Records on disk while linking goes on."""

from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking.spool import Spool


@settings(max_examples=30, deadline=None)
@given(st.lists(st.binary(max_size=40), max_size=20))
def test_spool_gives_back_what_was_put_in_any_order_between_puts(records):
    spool = Spool()
    begins = []
    for record in records:
        begins.append(spool.put(record))
        assert spool.get(begins[-1]) == record
    assert [spool.get(begin) for begin in reversed(begins)] == records[::-1]


def test_spool_is_read_where_it_is_sent_and_goes_with_its_maker():
    spool = Spool()
    begin = spool.put(b"kept")
    sent = pickle.dumps(spool)
    path = spool.__getstate__()
    assert pickle.loads(sent).get(begin) == b"kept"
    assert path.exists()
    del spool
    assert not path.exists()
