// Warns two minutes before the session ends, and leaves the page when it has ended.
const WARNING = 120;

export function watchSession({ idle, left, token, alive, signIn }) {
  const started = Date.now();
  let lastSeen = started;
  const dialog = makeDialog(stay);
  const seconds = (since) => (Date.now() - since) / 1000;
  const untilIdle = () => Number(idle) - seconds(lastSeen);
  const untilEnd = () => Number(left) - seconds(started);

  async function stay() {
    const body = new URLSearchParams({ csrfmiddlewaretoken: token });
    const answer = await fetch(alive, { method: "POST", body, redirect: "manual" });
    if (answer.ok) lastSeen = Date.now();
    else leave();
  }

  function leave() {
    const back = encodeURIComponent(location.pathname + location.search);
    location.replace(`${signIn}?next=${back}`);
  }

  function look() {
    const remaining = Math.min(untilIdle(), untilEnd());
    if (remaining <= 0) leave();
    else if (remaining <= WARNING) {
      if (!dialog.open) document.dispatchEvent(new Event("uplift:save-now"));
      dialog.warn(Math.ceil(remaining / 60), untilIdle() < untilEnd());
    } else dialog.close();
  }

  document.addEventListener("uplift:alive", () => {
    lastSeen = Date.now();
  });
  setInterval(look, 5_000);
}

function makeDialog(stay) {
  const box = document.createElement("dialog");
  box.className = "up-warning-dialog";
  box.setAttribute("aria-labelledby", "session-title");
  const title = document.createElement("h2");
  title.id = "session-title";
  title.className = "govuk-heading-m";
  const text = document.createElement("p");
  text.className = "govuk-body";
  const button = document.createElement("button");
  button.className = "govuk-button";
  button.type = "button";
  box.append(title, text, button);
  document.body.append(box);
  let mayStay = true;
  let told = false;
  button.addEventListener("click", () => {
    box.close();
    if (mayStay) stay();
    else told = true;
  });
  return {
    get open() {
      return box.open;
    },
    close: () => box.open && box.close(),
    warn(minutes, canStay) {
      mayStay = canStay;
      title.textContent = `You will be signed out in ${minutes} minute${minutes === 1 ? "" : "s"}`;
      text.textContent = canStay
        ? "Nobody has used this page for a while. What you typed in a form is kept as a draft."
        : "You have been signed in for twelve hours. Save your work and sign in again.";
      button.textContent = canStay ? "Stay signed in" : "Go on working";
      if (!box.open && !(told && !canStay)) box.showModal();
    },
  };
}
