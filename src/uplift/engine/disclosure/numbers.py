"""Telephone numbers, e-mail addresses, NHS, case and other reference numbers."""

import re
from collections.abc import Iterable, Iterator

from uplift.engine.disclosure.folding import Folded, fold
from uplift.engine.disclosure.things import Certainty, Hit, Identity, Kind

CERTAIN, LIKELY, POSSIBLE = Certainty
_AT = r" ?(?:@|\[at\]|\(at\)|\bat\b) ?"
_EMAIL = re.compile(
    r"(?<![\w.])[\w.+\-]+(?:@| ?\[at\] ?| ?\(at\) ?| at )"
    r"[\w\-]+(?:(?:\.| ?\[dot\] ?| ?\(dot\) ?| dot )[\w\-]+)+"
)
_DIGITS = re.compile(r"(?<![\w/])(?:\+|\()?\d(?:[ ().\-\n]{0,2}\d){5,14}(?![\w/])")
_CODE = re.compile(r"(?<!\w)[^\W_](?:[ \-/._]?[^\W_]){3,24}(?!\w)")
_INSURANCE = re.compile(r"(?<!\w)[a-ceghj-prstw-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d](?!\w)")
_LOCAL = 6  # the digits of a number without its area
_NHS = 10
_WEIGHTS = range(10, 1, -1)
_LEAVE = "leave it out"


def number_hits(folded: Folded, identities: Iterable[Identity]) -> Iterator[Hit]:
    """Sealed numbers and addresses to write to, and others that look like somebody's own."""
    people = list(identities)
    yield from _contacts(folded, people)
    yield from _codes(folded, people)
    for found in _INSURANCE.finditer(folded.text):
        yield Hit(Kind.NUMBER, LIKELY, *found.span(), "A National Insurance number.", _LEAVE)


def _contacts(folded: Folded, people: list[Identity]) -> Iterator[Hit]:
    phones = {_national(one): who for who, one in _of(people, "contacts") if "@" not in one}
    phones.pop("", None)
    emails = {_email(fold(one)): who for who, one in _of(people, "contacts") if "@" in one}
    numbers = {_digits(one): who for who, one in _of(people, "numbers")}
    for found in _EMAIL.finditer(folded.text):
        yield from _email_hit(found, emails)
    for found in _DIGITS.finditer(folded.text):
        yield from _digits_hit(found, phones, numbers)
    for email, who in emails.items():
        local = email.partition("@")[0]
        if len(local) > 4:
            for found in re.finditer(rf"(?<![\w@]){re.escape(local)}(?![\w])", folded.text):
                why = f"The first half of an e-mail address of {who}."
                yield Hit(Kind.CONTACT, LIKELY, *found.span(), why, _LEAVE, who)


def _of(people: list[Identity], field: str) -> Iterator[tuple[str, str]]:
    for identity in people:
        for one in getattr(identity, field):
            yield identity.pseudonym or "someone in the case", one


def _email_hit(found: "re.Match[str]", emails: dict[str, str]) -> Iterator[Hit]:
    who = emails.get(_email(found[0]))
    if who:
        why = f"An e-mail address of {who}."
        yield Hit(Kind.CONTACT, CERTAIN, *found.span(), why, _LEAVE, who)
    elif "@" in found[0]:
        why = "An e-mail address: whose is it?"
        yield Hit(Kind.CONTACT, POSSIBLE, *found.span(), why, _LEAVE)


def _email(text: str) -> str:
    plain = re.sub(r" ?[\[(]?\bat\b[\])]? ?", "@", text)
    return re.sub(r" ?[\[(]?\bdot\b[\])]? ?", ".", plain).replace(" ", "")


def _digits_hit(
    found: "re.Match[str]", phones: dict[str, str], numbers: dict[str, str]
) -> Iterator[Hit]:
    national, digits = _national(found[0]), _digits(found[0])
    if who := numbers.get(digits):
        yield Hit(Kind.NUMBER, CERTAIN, *found.span(), f"A number of {who}.", _LEAVE, who)
    elif who := phones.get(national):
        why = f"A telephone number of {who}."
        yield Hit(Kind.CONTACT, CERTAIN, *found.span(), why, _LEAVE, who)
    elif near := [who for known, who in phones.items() if _ends(known, digits)]:
        why = f"A telephone number of {near[0]}, without its first digits."
        yield Hit(Kind.CONTACT, LIKELY, *found.span(), why, _LEAVE, near[0])
    elif len(digits) == _NHS and digits[0] != "0" and _is_nhs(digits):
        why = "It has the form of an NHS number."
        yield Hit(Kind.NUMBER, LIKELY, *found.span(), why, _LEAVE)
    elif digits[0] == "0" and len(digits) in (10, 11):
        why = "A telephone number: whose is it?"
        yield Hit(Kind.CONTACT, POSSIBLE, *found.span(), why, _LEAVE)


def _ends(known: str, digits: str) -> bool:
    return _LOCAL <= len(digits) < len(known) and known.endswith(digits)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _national(text: str) -> str:
    digits = _digits(text.replace("(0)", ""))
    for abroad in ("0044", "44"):
        if digits.startswith(abroad) and len(digits) > 10:
            return "0" + digits.removeprefix(abroad).lstrip("0")
    return digits


def _is_nhs(digits: str) -> bool:
    """Whether the last digit checks the others (modulus 11)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return (11 - total % 11) % 11 == int(digits[-1])


def _codes(folded: Folded, people: list[Identity]) -> Iterator[Hit]:
    """References with letters in them, however they are spaced."""
    for who, code in dict.fromkeys(_of(people, "numbers")):
        letters = re.findall(r"[^\W_]", fold(code))
        if len(letters) < 3 or "".join(letters).isdigit():
            continue
        pattern = r"[ \-/._\n]{0,2}".join(map(re.escape, letters))
        for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", folded.text):
            why = f"A number or reference of {who}."
            yield Hit(Kind.NUMBER, CERTAIN, *found.span(), why, _LEAVE, who)
