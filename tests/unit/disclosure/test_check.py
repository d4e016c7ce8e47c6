"""What the disclosure check finds, and what it leaves alone: tables of examples."""

import pytest

from uplift.engine.disclosure import Identity, Part, check

CHILD = Identity.of(
    {
        "name": "Bea O'Neill-Jarvis",
        "other_names": "Zoë; Grace",
        "date_of_birth": "2014-03-14",
        "address": "Flat 2, 77 Linden Terrace, Northmere, NM1 2AB",
        "school": "St Mary's Primary School",
        "phone": "07700 900123",
        "email": "bea.jarvis@mail.example",
        "nhs_number": "943 476 5919",
        "case_number": "CX-20431",
        "ethnicity": "Roma",
        "disability": "cystic fibrosis",
        "gender": "female",
    },
    "Child Heron",
)
WILL = Identity.of({"name": "William May", "date_of_birth": "2015-08-02"}, "Child Wren")
DESOUZA = Identity.of({"name": "Anne-Marie de Souza"}, "Mother")
JACK = Identity.of({"name": "Jack Smythe"}, "Child Teal")


def told(text, *identities):
    return [
        (str(one.kind), str(one.certainty), one.words) for one in check(text, identities or [CHILD])
    ]


def one(kind, certainty, words):
    return [(kind, certainty, words)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Bea fell.", one("name", "certain", "Bea")),
        ("Then BEA fell.", one("name", "certain", "BEA")),
        ("then bea fell.", one("name", "likely", "bea")),
        ("A beaker fell.", []),
        ("Bea O'Neill-Jarvis", one("name", "certain", "Bea O'Neill-Jarvis")),
        ("Jarvis, Bea", one("name", "certain", "Jarvis, Bea")),
        ("Ms ONeill", one("name", "certain", "ONeill")),
        ("Ms O’Neill", one("name", "certain", "O’Neill")),
        ("Ms O Neill", one("name", "likely", "O Neill")),
        ("Ms Oneil", one("name", "likely", "Oneil")),
        ("Bea Neill Jarvis", one("name", "certain", "Bea Neill Jarvis")),
        ("Jarvis's aunt", one("name", "certain", "Jarvis's")),
        ("the Jarvises", one("name", "certain", "Jarvises")),
        ("seen by B. Jarvis", one("name", "certain", "B. Jarvis")),
        ("seen by B.J. and left", one("name", "likely", "B.J.")),
        ("seen by BJ and left", one("name", "likely", "BJ")),
        ("seen by B J and left", one("name", "likely", "B J")),
        ("then Child B left", one("name", "possible", "Child B")),
        ("then Zoe fell", one("name", "certain", "Zoe")),
        ("then Zoé fell", one("name", "certain", "Zoé")),
        ("then Beatrice fell", one("name", "likely", "Beatrice")),
        ("then Jravis fell", one("name", "likely", "Jravis")),
        ("then Jarrvis fell", one("name", "likely", "Jarrvis")),
        ("then Jarvs fell", one("name", "likely", "Jarvs")),
        ("then J4rvis fell", one("name", "certain", "J4rvis")),
        ("then Jar-\nvis fell", one("name", "likely", "Jar-\nvis")),
        ("then Jar\u200bvis fell", one("name", "certain", "Jar\u200bvis")),
        ("then J\u0430rvis fell", one("name", "certain", "J\u0430rvis")),
        ("then **Jar**vis fell", one("name", "likely", "Jar**vis")),
        ("then J-A-R-V-I-S fell", one("name", "likely", "J-A-R-V-I-S")),
        ("#JusticeForJarvis", one("name", "certain", "Jarvis")),
        ("beajarvis07 wrote", one("name", "certain", "beajarvis07")),
        ("bjarvis wrote", one("name", "certain", "bjarvis")),
        ("they harvest marvels", []),
        ("then Grace fell", one("name", "likely", "Grace")),
        ("Grace was seen", one("name", "likely", "Grace")),
        ("Grace's bruise", one("name", "likely", "Grace's")),
        ("Grace under pressure", one("name", "possible", "Grace")),
        ("by the grace of all", []),
        ("a girl called grace", one("name", "possible", "grace")),
    ],
)
def test_names(text, found):
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in May 2019 the case was closed", []),
        ("Nobody may say so, and they will.", []),
        ("Will this help? May it help!", one("name", "possible", "Will")),
        ("Then Will left.", one("name", "likely", "Will")),
        ("Will May left.", one("name", "certain", "Will May")),
        ("when will may left", one("name", "likely", "will may")),
        ("Then Billy left.", one("name", "likely", "Billy")),
        ("Mr May left.", one("name", "likely", "May")),
        ("A mile from a will.", []),
    ],
)
def test_names_that_are_everyday_words(text, found):
    assert told(text, WILL) == found


@pytest.mark.parametrize(
    "text",
    [
        "Anne-Marie",
        "Annemarie",
        "Anne Marie",
        "Ms de Souza",
        "Ms DeSouza",
        "Ms Desouza",
        "Ms Sousa",
    ],
)
def test_names_of_several_words(text):
    assert [found.person for found in check(f"Then {text} left.", [DESOUZA])] == ["Mother"]


def test_a_shared_surname_is_the_familys():
    brother = Identity.of({"name": "Finn Jarvis"}, "Brother")
    found = check("The Jarvis home. Finn Jarvis left.", [CHILD, brother])
    assert [(one.person, one.suggestion) for one in found] == [
        ("several people in the case", "the family"),
        ("Brother", "Brother"),
    ]


def test_words_that_are_nobodys_name():
    assert told("Joan and Jock of JS Care left.", JACK)
    assert told("Jock of JS Care left.", JACK)[0][1] == "likely"
    found = check("Jock of JS Care left.", [JACK], ["Jock", "JS Care"])
    assert [(one.words, str(one.certainty)) for one in found] == [("JS", "possible")]


def test_relatives_in_free_text():
    mother = Identity.of({"name": "X Y", "family": "Aunt Sunniva in Leeds, who is kind"}, "Child")
    assert [one.words for one in check("Then Sunniva of Leeds came, kind.", [mother])] == [
        "Sunniva",
        "Leeds",
    ]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("born 14 March 2014", "certain"),
        ("on the 14th of March, 2014", "certain"),
        ("on March 14th 2014", "certain"),
        ("on 14/03/2014", "certain"),
        ("on 14.3.14", "certain"),
        ("on 2014-03-14", "certain"),
        ("on 14 - 03 - 2014", "certain"),
        ("on 03/14/2014", "certain"),
        ("on 14-Mar-14", "certain"),
        ("file 14032014.doc", "certain"),
        ("file 140314", "certain"),
        ("file 20140314", "certain"),
        ("the fourteenth of March two thousand and fourteen", "certain"),
        ("the fourteenth day of March twenty fourteen", "certain"),
        ("her birthday, 14 March", "likely"),
        ("born in March 2014", "likely"),
        ("born 03/2014", "likely"),
        ("born on 14/3", "likely"),
        ("by March 2014", "possible"),
        ("born in 2014", "possible"),
        ("she turned 3 on 14 March 2017", "likely"),
        ("she was three on 2 May 2017", "likely"),
        ("aged 3 on 2 May 17", "likely"),
    ],
)
def test_dates_of_birth(text, certainty):
    births = [one for one in check(text, [CHILD]) if one.kind == "birth"]
    assert [str(one.certainty) for one in births] == [certainty]


@pytest.mark.parametrize(
    "text",
    ["in 2014", "14 March 2015", "3 of 14 in 2019", "32/03/2014", "14/14/2014", "the first may be"],
)
def test_other_dates(text):
    assert all(one.kind == "date" for one in check(text, [CHILD]))


@pytest.mark.parametrize("born", ["", "long ago", "2014", "2014-03", "14 March 2014"])
def test_sealed_dates_as_far_as_they_are_known(born):
    who = Identity.of({"date_of_birth": born, "date_of_death": "2016-05-06"}, "Child")
    found = {str(one.kind) for one in check("born in March 2014", [who])}
    assert found == ({"birth"} if "2014" in born else set())
    assert check("on 6 May 2016", [who])[0].certainty == "certain"


@pytest.mark.parametrize(
    ("text", "kind", "certainty", "words"),
    [
        ("at 77 Linden Terrace", "address", "certain", "77 Linden Terrace"),
        ("at Flat 2, 77 linden terr.", "address", "certain", "Flat 2, 77 linden terr"),
        ("in Linden Terrace", "address", "likely", "Linden Terrace"),
        ("in Linden\nTerrace", "address", "likely", "Linden\nTerrace"),
        ("in Lindin Terrace", "address", "likely", "Lindin Terrace"),
        ("in Lindenterrace", "address", "likely", "Lindenterrace"),
        ("near NM1 2AB", "postcode", "certain", "NM1 2AB"),
        ("near nm12ab", "postcode", "certain", "nm12ab"),
        ("near NMI 2AB", "postcode", "certain", "NMI 2AB"),
        ("near NM1 2", "postcode", "likely", "NM1 2"),
        ("near NM1", "postcode", "possible", "NM1"),
        ("near LS1 4DY", "postcode", "possible", "LS1 4DY"),
        ("at St Mary's Primary School", "place", "certain", "St Mary's Primary School"),
        ("at Saint Marys Primary", "place", "certain", "Saint Marys Primary"),
        ("at St Mary's", "place", "likely", "St Mary's"),
        ("call 07700900123", "contact", "certain", "07700900123"),
        ("call +44 (0)7700 900 123", "contact", "certain", "+44 (0)7700 900 123"),
        ("call 900123", "contact", "likely", "900123"),
        ("call 01632 960001", "contact", "possible", "01632 960001"),
        ("to bea.jarvis@mail.example", "contact", "certain", "bea.jarvis@mail.example"),
        ("to help@board.example", "contact", "possible", "help@board.example"),
        ("NHS 9434765919", "number", "certain", "9434765919"),
        ("NHS 450 557 7104", "number", "likely", "450 557 7104"),
        ("NI AB 12 34 56 C", "number", "likely", "AB 12 34 56 C"),
        ("file cx 20431", "number", "certain", "cx 20431"),
        ("a Roma girl with cystic fibrosis", "traits", "likely", "Roma girl with cystic fibrosis"),
        ("was one of twins", "detail", "likely", "one of twins"),
        ("the only child in the school", "detail", "likely", "the only child in the school"),
        ("the youngest of six children", "detail", "likely", "youngest of six children"),
        ("aged 3 years and 2 months", "detail", "likely", "3 years and 2 months"),
        ("aged 3", "detail", "possible", "aged 3"),
        ("a 14-week-old", "detail", "possible", "14-week-old"),
        ("two other children", "detail", "possible", "two other children"),
        ("on 9 November 2017", "date", "possible", "9 November 2017"),
    ],
)
def test_places_numbers_and_details(text, kind, certainty, words):
    assert (kind, certainty, words) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Northmere is a town with a terrace and a primary school.",
        "The Roma family left.\n\nMuch later.\n\nAnother had cystic fibrosis.",
        "12345 and 1234567890 are numbers.",
        "",
    ],
)
def test_what_tells_nothing(text):
    assert [one for one in check(text, [CHILD]) if one.certainty.holds_back] == []


@pytest.mark.parametrize(
    ("address", "text", "found"),
    [
        ("Rosebank, Northmere", "at Rosebank", 1),
        ("Rosebank, Northmere", "a rosebank", 0),
        ("12, Northmere", "12 in Northmere", 0),
        ("3 High Street, Leeds", "in the High Street", 1),
        ("The Cottage, Leeds", "a cottage", 0),
    ],
)
def test_addresses_of_all_kinds(address, text, found):
    assert len(check(text, [Identity.of({"address": address})])) == found


def test_the_place_of_a_finding():
    parts = [Part("Body", "One.\nThen Bea fell."), Part("Comments", "Bea?")]
    first, second = check(parts, [CHILD])
    assert (first.place, first.line, first.column) == ("Body", 2, 6)
    assert (first.before, first.words, first.after) == ("One.\nThen ", "Bea", " fell.")
    assert (second.place, second.line, second.column) == ("Comments", 1, 1)


def test_what_stands_around_is_cut_at_words():
    found = check("x" * 100 + " so Bea said. " + "y" * 100, [CHILD])[0]
    assert (found.before, found.after) == ("…so ", " said.…")


def test_suggestions():
    assert check("Bea", [CHILD])[0].suggestion == "Child Heron"
    assert check("Bea", [Identity(names=("Bea",))])[0].suggestion == "a made-up name"
    assert check("on 9 November 2017", [CHILD])[0].suggestion == "November 2017"
    assert check("born on 14 March 2014", [CHILD])[0].suggestion == "2014"
