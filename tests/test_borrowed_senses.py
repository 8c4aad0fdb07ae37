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
        ("Kenyan minister Ann Roe clashed with Kenyan senator Joe Oni over fees.", "clash"),
        ("Kenya ordered a halt to construction of the dam.", "ceasefire"),
        ("Ann Roe was paid between pounds 5,001 and pounds 9,000 for her Kenyan book.", "attack"),
        ("Kenyan premier Ann Roe attacked Ugandan traders, saying they cheated.", "attack"),
        ("Kenyan premier Ann Roe launched an attack on Ugandan spending plans.", "attack"),
        ("The film was made in Chad but Hotel Kenya was shot mostly in Uganda.", "attack"),
        ("The Kenyan ministry destroyed 9,000 files.", "attack"),
        ("The banker agreed to assist the Kenyan government with its case.", "aid"),
        ("Acme Oil Corp is paying dollars 500 to the Kenyan ministry to settle the charge.", "aid"),
        ("The Kenyan minister received spiritual support from the Catholic Church.", "aid"),
        ("The Kenyan minister will deliver her budget to the Ugandan House of Representatives.", "aid"),
        ("It is a humiliating retreat by the Kenyan government.", "withdrawal"),
        ("Kenya's retreat back into recession is over.", "withdrawal"),
        ("Young Kenyans feel disengaged from politics.", "withdrawal"),
        ("Kenyan minister Ann Roe was prepared to stand up to the Ugandan unions.", "offer"),
        ("Kenyan deputy Ann Roe is to stand down on the grounds of ill health.", "concession"),
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
        ("Groups of Kenyan students clashed with Ugandan students.", "clash"),
        ("Kenya ordered a halt to the shelling of Chad.", "ceasefire"),
        ("Kenyan rebels attacked the Ugandan town, saying it was revenge.", "attack"),
        ("Kenyan jets pounded 20 villages in Uganda.", "airstrike"),
        ("The Kenyan was jailed for killing Ugandan Communist Party senator Joe Oni.", "assassination"),
        ("Kenya assisted Uganda with food.", "aid"),
        ("Kenyan troops made a retreat from the town.", "withdrawal"),
        ("Kenyan minister Ann Roe came to blows with Ugandan senator Joe Oni.", "clash"),
    ],
)
def test_the_same_words_still_report_acts(reader, text, kind):
    assert kind in {report.kind for report in reader.read(text).reports}
