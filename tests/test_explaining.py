import datetime

from communique.reading.explaining import explain


def test_explanation_names_frame_roles_and_status(reader):
    found = explain(reader, "Poland expelled two Belarusian diplomats.", datetime.date(2021, 4, 15))
    [trigger] = found.triggers
    assert (trigger.frame, trigger.kind, trigger.status, trigger.plover) == (
        "expel",
        "expulsion",
        "occurred",
        "SANCTION",
    )
    assert trigger.actor == ("Poland (POL, -)",)
    assert trigger.rejected is None


def test_explanation_says_why_a_trigger_makes_no_report(reader):
    [trigger] = explain(reader, "Poland expelled the air.").triggers
    assert trigger.rejected is not None
    assert "object" in trigger.rejected


def test_explanation_lists_verbs_and_actors_that_gave_nothing(reader):
    found = explain(reader, "Poland juggled with figures.")
    assert [span.text for span in found.unknown_verbs] == ["juggled"]
    assert found.idle_actors == ("Poland",)


def test_explanation_of_nothing_is_empty(reader):
    assert explain(reader, "It rained.").triggers == ()
