// What was publicly known at the end of a day. Elements say it themselves: data-since, data-until (ISO days).

const HELD = "[data-since], [data-until]";

export function holds(element, day) {
  const { since, until } = element.dataset;
  return day ? !(since > day) && !(until <= day) : !until;
}

// Shows what held on a day, and hides what did not; without a day, what holds now.
export function stand(root, day, within = HELD) {
  for (const each of root.querySelectorAll(within)) hide(each, !holds(each, day));
}

function hide(element, isHidden) {
  if (element instanceof HTMLElement) element.hidden = isHidden;
  else if (isHidden) element.setAttribute("display", "none");
  else element.removeAttribute("display");
}

export function turningDays(root) {
  const days = new Set();
  for (const { dataset } of root.querySelectorAll(HELD)) {
    days.add(dataset.since);
    days.add(dataset.until);
  }
  days.delete(undefined);
  return [...days].sort();
}

const { lang } = document.documentElement;
const words = new Intl.DateTimeFormat(!lang || lang === "en" ? "en-GB" : lang, {
  day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
});

export const inWords = (day) => words.format(new Date(`${day}T00:00Z`));

// Wires the buttons beside the date; days() gives those on which something became known, in order.
export function stepper(form, days, changed) {
  const field = form.elements["as-of"];
  const go = (day) => {
    field.value = day ?? "";
    changed();
  };
  form.elements.earlier.addEventListener("click", () => {
    const before = days().filter((day) => !field.value || day < field.value);
    if (before.length) go(field.value ? before.at(-1) : (before.at(-2) ?? before.at(-1)));
  });
  form.elements.later.addEventListener("click", () => {
    const after = field.value ? days().find((day) => day > field.value) : undefined;
    go(after);
  });
  form.elements.now.addEventListener("click", () => go());
}

export function showSteps(form) {
  const { earlier, later, now } = form.elements;
  const day = form.elements["as-of"].value;
  later.disabled = now.disabled = !day;
  earlier.disabled = false;
  form.classList.toggle("or-controls--past", Boolean(day));
}
