"""A refusal: something that may not be done, said in a sentence fit for a page."""


class Refusal(Exception):
    """Raised by an operation that is not done; nothing has been written.

    ``sentence`` is shown to the person as it is: plain English, one or two sentences,
    no names of fields or classes. ``field`` is the form field it belongs to, if any.
    """

    #: What the page answers with when no view caught it: 409 "not now", 403 "not you".
    status = 409

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class NotYours(Refusal):
    """Refused because of who asks, not because of when or how."""

    status = 403
