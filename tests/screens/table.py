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


DRAFT = "/b/{board}/frameworks/edit/ > Warrington"
STEPS = f"{DRAFT} > Open Types of review > Serious Case Review > Change Steps"

SCREENS = (
    Screen("sign-in", "/account/sign-in/", None),
    Screen("public", "/", None),
    Screen("public-board", "/learning/{board}/", None),
    Screen("public-report", "/learning/{board}/ > Child Alder", None, empty=False),
    Screen("home", "/b/{board}/"),
    Screen("home-chair", "/b/{board}/", "ann"),
    Screen("home-agency", "/b/{board}/", "meera"),
    Screen("tasks", "/b/{board}/tasks/"),
    Screen("diary", "/b/{board}/diary/"),
    Screen("search", "/b/{board}/search/?q=history"),
    Screen("people", "/b/{board}/people/"),
    Screen("settings", "/b/{board}/mine/settings/"),
    Screen("did", "/b/{board}/mine/did/"),
    Screen("cases", "/b/{board}/cases/"),
    Screen("notification", "/b/{board}/cases/new/"),
    Screen("case", "/b/{board}/cases/?q=Heron > Child Heron", empty=False),
    Screen("case-finished", "/b/{board}/cases/?q=Alder > Child Alder", empty=False),
    Screen("decision", "/b/{board}/cases/?q=Heron > Child Heron > Chair decides", "ann", False),
    Screen("decisions", "/b/{board}/cases/?q=Alder > Child Alder > Decisions", empty=False),
    Screen("case-people", "/b/{board}/cases/?q=Alder > Child Alder > People", empty=False),
    Screen("case-papers", "/b/{board}/cases/?q=Alder > Child Alder > Letters", empty=False),
    Screen("case-history", "/b/{board}/cases/?q=Alder > Child Alder > History", empty=False),
    Screen("learning", "/b/{board}/learning/"),
    Screen("thread", "/b/{board}/learning/ > First contacts", empty=False),
    Screen("inspections", "/b/{board}/learning/inspections/"),
    Screen("actions", "/b/{board}/actions/"),
    Screen("sharing", "/b/{board}/sharing/"),
    Screen("impact", "/b/{board}/impact/"),
    Screen("publications", "/b/{board}/publications/"),
    Screen("publication", "/b/{board}/publications/ > Child Alder", empty=False),
    Screen("framework", "/b/{board}/framework/"),
    Screen("editor", "/b/{board}/frameworks/edit/"),
    Screen("editor-new", "/b/{board}/frameworks/edit/new/"),
    Screen("editor-draft", DRAFT, empty=False),
    Screen("editor-steps", STEPS, empty=False),
    Screen("editor-step", f"{STEPS} > Criteria panel recommends", empty=False),
    Screen("editor-due", f"{STEPS} > Criteria panel recommends > By when", empty=False),
    Screen("editor-rule", f"{DRAFT} > Open Criteria > Criteria for a > are they met", empty=False),
    Screen("editor-look", f"{DRAFT} > look at it Child death", empty=False),
    Screen("editor-try", f"{DRAFT} > try it Child death", empty=False),
    Screen("framework-read", "/b/{board}/frameworks/"),
    Screen("framework-type", "/b/{board}/frameworks/ > Serious Case Review"),
    Screen("framework-form", "/b/{board}/frameworks/ > Notification of an incident"),
    Screen("framework-whole", "/b/{board}/frameworks/ > All of it on one page"),
    Screen("framework-compare", "/b/{board}/frameworks/compare/"),
    Screen("framework-accepted", "/b/{board}/framework/accepted/"),
    Screen("framework-to-attest", "/b/{board}/framework/to-attest/", "ann"),
    Screen("framework-to-check", "/b/{board}/framework/to-check/"),
    Screen("clause-measured", "/b/{board}/framework/WAR-4.1-10/"),
    Screen("clause-attested", "/b/{board}/framework/WAR-0-01/", "ann"),
)
