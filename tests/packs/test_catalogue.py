"""The five source documents, clause by clause: none missing, none invented, each honoured.

`clause_ids.txt` lists the ids of all their clauses, in the order of the documents.
"""

from collections import Counter
from pathlib import Path

import pytest

from uplift.engine.clauses import clause_statuses
from uplift.engine.shelf import SHIPPED, shipped
from uplift.engine.spec import Clause, Honour, read_pack
from uplift.engine.spec.honours import elements

EXPECTED = Path(__file__).with_name("clause_ids.txt").read_text(encoding="utf-8").split()
DOCUMENTS = {
    "cheshire-east-2013": ("CHE", 62),
    "shropshire-2016": ("SHR", 87),
    "llr-2017": ("LLR", 267),
    "southend-2013": ("SOU", 51),
    "warrington-2013": ("WAR", 197),
}
READ = {name: read_pack(SHIPPED / name) for name in shipped()}


def prefix(clause_id: str) -> str:
    """The document that a clause is of."""
    return clause_id.partition("-")[0]


def test_the_list_itself():
    assert len(EXPECTED) == len(set(EXPECTED)) == 664
    assert Counter(map(prefix, EXPECTED)) == dict(DOCUMENTS.values())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_clause_of_the_document_stands_in_its_pack(name: str):
    of, number = DOCUMENTS[name]
    ids = [clause.id for clause in READ[name].clauses]
    expected = [clause_id for clause_id in EXPECTED if prefix(clause_id) == of]
    assert sorted(ids) == sorted(expected)
    assert len(ids) == number


def test_no_clause_stands_in_two_packs():
    ids = Counter(clause.id for pack in READ.values() for clause in pack.clauses)
    assert [clause_id for clause_id, number in ids.items() if number > 1] == []


@pytest.mark.parametrize("name", READ)
def test_every_clause_is_honoured_by_what_is_there(name: str):
    known, clauses = elements(READ[name]), {clause.id: clause for clause in READ[name].clauses}
    for row in clause_statuses(READ[name]):
        named = [one for one in row.by if one not in apart(clauses[row.id])]
        assert row.by, row
        assert set(named) <= set(known), row
        assert not (named and row.honour is Honour.ATTESTED), row
        assert (row.honour is Honour.PLANNED) == (clauses[row.id].planned is not None), row


def apart(clause: Clause) -> list[str]:
    """What honours a clause beside elements and features."""
    by = [f"measure:{clause.measure.name}"] if clause.measure else []
    by += [f"attest:{clause.attest.by}"] if clause.attest else []
    return by + ([f"planned:{clause.planned.area}"] if clause.planned else [])
