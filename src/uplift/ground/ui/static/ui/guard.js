// A form is sent once: a second click within ten seconds does nothing.
const PAUSE = 10_000;

export function guard(form) {
  let sentAt = 0;
  form.addEventListener("submit", (event) => {
    if (Date.now() - sentAt < PAUSE) {
      event.preventDefault();
      return;
    }
    sentAt = Date.now();
  });
  // Coming back to the page with the Back button makes it ready again.
  window.addEventListener("pageshow", () => {
    sentAt = 0;
  });
}
