// Runs before anything is drawn: GOV.UK's components are enhanced only where scripts run.
document.documentElement.classList.add("up-js");
document.addEventListener("DOMContentLoaded", () => {
  document.body.classList.add("js-enabled");
  if ("noModule" in HTMLScriptElement.prototype) {
    document.body.classList.add("govuk-frontend-supported");
  }
});
