from communique.lexicon.words import check_words, load_words


def test_every_packaged_example_holds(reader):
    assert list(check_words(reader.events.words, reader.read)) == []


def test_class_nobody_defined_is_empty():
    assert load_words()["no such class"] == frozenset()
