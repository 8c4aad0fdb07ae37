def topics(reading, kind):
    return [t.label for r in reading.reports if r.kind == kind for t in r.topics]


def test_topics_told_after_a_meeting_belong_to_it(reader):
    reading = reader.read(
        "The Kenyan president met the Ugandan president in Kampala. Border trade was also discussed. "
        "The presidents exchanged views on fishing rights."
    )
    assert topics(reading, "meeting") == ["Border trade", "fishing rights"]


def test_a_talk_ahead_does_not_go_on_with_a_meeting_that_took_place(reader):
    reading = reader.read(
        "The Kenyan president met the Ugandan president in Kampala. The presidents will discuss fishing rights."
    )
    assert topics(reading, "meeting") == []


def test_talk_of_somebody_else_does_not_go_on_with_the_meeting(reader):
    reading = reader.read(
        "The Kenyan president met the Ugandan president in Kampala. The Chilean parliament discussed copper."
    )
    assert topics(reading, "meeting") == []


def test_an_act_followed_at_once_is_on_the_same_day(reader):
    reading = reader.read(
        "The Kenyan president met the Ugandan president for two hours, followed by a meeting between the Kenyan "
        "president and the Rwandan president."
    )
    first, second = reading.reports
    assert second.same_day_as == first.id


def test_the_meeting_refers_back_to_the_act_named_before(reader):
    reading = reader.read("The Kenyan president met the Ugandan president in Kampala. The meeting was held on Monday.")
    assert [[p.country for p in r.participants] for r in reading.reports] == [["KEN", "UGA"], ["KEN", "UGA"]]
