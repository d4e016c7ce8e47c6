"""What `make screens` takes pictures of."""

from typing import NamedTuple


class Screen(NamedTuple):
    """One page as one person sees it.

    `name` becomes the file's name. `path` is the page's address, where `{board}` stands for the
    board; what follows ` > ` is a link to click there, so that no row depends on a number. `person`
    is the first part of a demo person's e-mail address; None: nobody is signed in. A page that
    needs a record isn't there on the board without any: `empty=False`.
    """

    name: str
    path: str
    person: str | None = "priya"
    empty: bool = True


SCREENS = (
    Screen("sign-in", "/account/login/", None),
    Screen("home", "/b/{board}/"),
    Screen("cases", "/b/{board}/cases/"),
    Screen("case", "/b/{board}/cases/ > Child Alder", empty=False),
)
