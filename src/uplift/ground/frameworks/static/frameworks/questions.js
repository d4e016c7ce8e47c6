// Shows a question only while its condition holds. Without this it is shown with "Only if ...".
function holds(rule, data) {
  if (rule.all) return rule.all.every((part) => holds(part, data));
  if (rule.any) return rule.any.some((part) => holds(part, data));
  if (rule.not) return !holds(rule.not, data);
  return data.getAll(rule.field).some((value) => rule.in.includes(value));
}

function refresh(form) {
  const data = new FormData(form);
  for (const block of form.querySelectorAll("[data-only-if]")) {
    block.hidden = !holds(JSON.parse(block.dataset.onlyIf), data);
  }
}

for (const form of document.querySelectorAll("form")) {
  if (!form.querySelector("[data-only-if]")) continue;
  for (const only of form.querySelectorAll(".up-question__only")) only.hidden = true;
  form.addEventListener("input", () => refresh(form));
  refresh(form);
}
