// Everything here only makes easier what also works without it. Nothing is kept in the browser.
import { initAll } from "../govuk/govuk-frontend.min.js";
import { autosave } from "./autosave.js";
import { guard } from "./guard.js";
import { watchSession } from "./session.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
for (const form of document.querySelectorAll("form[data-guard]")) guard(form);
for (const form of document.querySelectorAll("form[data-autosave]")) autosave(form);
if (document.body.dataset.left) watchSession(document.body.dataset);
