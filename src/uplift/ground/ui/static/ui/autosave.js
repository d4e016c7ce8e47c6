// Keeps a draft of what is typed on the server, never in the browser.
const QUIET = 2_000; // after the last key
const LONGEST = 10_000; // while typing on

export function autosave(form) {
  const says = form.querySelector("[data-saved]");
  let timer = 0;
  let firstChange = 0;
  let unsaved = false;
  let leaving = false;

  function tell(text, bad = false) {
    if (!says) return;
    says.textContent = text;
    says.classList.toggle("up-saved--bad", bad);
  }

  function draft() {
    const data = new FormData(form);
    for (const box of form.querySelectorAll("input[type=password], input[type=file]")) {
      data.delete(box.name);
    }
    return data;
  }

  async function save() {
    firstChange = 0;
    const data = draft();
    unsaved = false;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body: data,
        redirect: "manual",
      });
      const said = await answer.json();
      if (answer.ok) document.dispatchEvent(new Event("uplift:alive"));
      else unsaved = true;
      tell(said.sentence, !answer.ok);
    } catch {
      unsaved = true;
      tell("The draft could not be kept. Save the form, or copy your text before you leave.", true);
    }
  }

  function changed() {
    unsaved = true;
    firstChange ||= Date.now();
    tell("Not saved yet.");
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(QUIET, firstChange + LONGEST - Date.now())));
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  document.addEventListener("uplift:save-now", () => unsaved && save());
  window.addEventListener("beforeunload", (event) => {
    if (unsaved && !leaving) event.preventDefault();
  });
}
