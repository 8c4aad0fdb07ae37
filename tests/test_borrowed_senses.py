import pytest


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Acme Oil Corp has been battling the Kenyan government for a year.", "clash"),
        ("The legal fight between Kenya and Uganda goes on.", "clash"),
        ("The European Commission lost its battle with Kenya over sugar quotas.", "clash"),
        ("The minister spoke of crime. \u201cWe are fighting it every day,\u201d the Kenyan premier said.", "clash"),
        ("You find Kenyan unions fighting change.", "clash"),
        ("The European Commission called a truce in its battle with Kenya over sugar quotas.", "ceasefire"),
        ("Kenya hit the Ugandan airline with a bill for back taxes.", "attack"),
        ("Parts of the film version will be shot in the Kenyan embassy.", "attack"),
        ("The new law is an attack on democracy in Uganda, said the bishop.", "attack"),
        ("The firm led the Asian assault on the Kenyan market and doubled its sales.", "attack"),
        ("The speech of the Kenyan premier sent the dollar higher.", "aid"),
        ("Kenya sold the firm's production arm to a Ugandan bank.", "aid"),
        ("Kenya imports gas to meet the demands of its booming economy.", "concession"),
        ("Kenya and Uganda withdrew their bids to buy dollars.", "concession"),
        ("The Kenyan sprinter was cleared of cheating.", "concession"),
        ("The rise was due to stronger demand from Kenya.", "request"),
        ("Kenya is getting ready to lift its prices.", "offer"),
        ("It is a test of how firmly the Kenyan government is prepared to help Uganda.", "offer"),
        ("Kenyan courts offered little protection.", "offer"),
        ('Kenyan minister Ann Roe told Radio One\'s Breakfast with Joe Oni: "I am glad."', "meeting"),
        ("Kenya claimed that the Ugandan court had backed its argument.", "accusation"),
        ("Kenya has a veto on changes, the Ugandan minister said.", "rejection"),
        ("The Kenyan premier described the treaty as a product of its time.", "denial"),
    ],
)
def test_borrowed_words_report_no_such_act(reader, text, kind):
    assert kind not in {report.kind for report in reader.read(text).reports}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya battled Uganda for a year.", "clash"),
        ("Kenyan soldiers fought a battle with Ugandan troops over water quotas.", "clash"),
        ("Kenya called a truce in its war with Uganda.", "ceasefire"),
        ("Kenyan troops hit the Ugandan town with rockets.", "attack"),
        ("Kenyan police shot the director of the film.", "attack"),
        ("The assault on the market in Kampala killed four.", "attack"),
        ("Kenya sold arms to Uganda.", "aid"),
        ("Kenya met the demands of the rebels.", "concession"),
        ("Kenya withdrew its bid to join the bloc.", "concession"),
        ("Kenya is ready to help Uganda.", "offer"),
        ("The Kenyan premier had breakfast with Ugandan President Ann Roe.", "meeting"),
        ("Kenya claimed that Uganda had backed the rebels.", "accusation"),
        ("The rejection of the plan by Kenya was no surprise.", "rejection"),
    ],
)
def test_the_same_words_still_report_acts(reader, text, kind):
    assert kind in {report.kind for report in reader.read(text).reports}
