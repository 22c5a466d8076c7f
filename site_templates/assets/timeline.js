// The timeline: filters, a range, a past day, all of it in the address; months are fetched when they are needed.

import { chosen, remember, restore } from "./address.js";
import { inWords, showSteps, stand, stepper, turningDays } from "./as-of.js";
import { drawing } from "./drawing.js";
import { FACETS, entriesIn, sift } from "./entries.js";

const AT_ONCE = 500;
const CHIPS = ".or-entry [data-since], .or-entry [data-until]";

export function start(page) {
  const form = page.querySelector(".or-controls");
  if (!form) return;
  const list = page.querySelector(".or-results");
  const index = page.querySelector(".or-months");
  const figure = page.querySelector(".or-overview");
  let entries = entriesIn(list);
  let shown = AT_ONCE;
  let asOf = "";
  let asked = 0;

  const draw = figure ? drawing(figure, form, (final) => changed(final)) : () => {};
  const more = Object.assign(document.createElement("button"), { type: "button", className: "or-more-entries", hidden: true });
  list.after(more);

  async function complete() {
    const { monthsBehind } = await import("./months.js");
    const sections = await monthsBehind([...index.querySelectorAll("a")]);
    if (!entries.length) entries = sections.flatMap((section) => entriesIn(section));
  }

  async function update() {
    const mine = (asked += 1);
    const view = chosen(form);
    showSteps(form);
    const isWhole = !Object.values(view).some(Boolean);
    if (index && !isWhole) {
      try {
        await complete();
      } catch {
        form.querySelector("output").textContent = "The months could not be loaded; their own pages are linked below.";
        return;
      }
      if (mine !== asked) return;
    }
    show(view, isWhole);
  }

  function show(view, isWhole) {
    if (view["as-of"] !== asOf) {
      asOf = view["as-of"];
      for (const root of index ? new Set(entries.map((each) => each.month)) : [list]) stand(root, asOf, CHIPS);
    }
    const { left, counts } = sift(entries, view);
    reveal(entries, left);
    if (index) fill(isWhole, left);
    list.classList.toggle("or-results--none", !isWhole && left.size === 0);
    tell(form, view, left.size, index && isWhole ? null : counts);
    if (!index || entries.length) draw(left, view["as-of"], isWhole);
    if (figure) figure.querySelector(".or-twin").hidden = !isWhole; // its numbers are those of the whole
  }

  // Puts in the months that have something to show, until there is enough of it.
  function fill(isWhole, left) {
    index.hidden = !isWhole;
    const months = new Map();
    for (const entry of isWhole ? [] : left) months.set(entry.month, (months.get(entry.month) ?? 0) + 1);
    let count = 0;
    const due = [...months].filter(([, size]) => (count += size) - size < shown);
    list.replaceChildren(...due.map(([month]) => month));
    more.hidden = due.length === months.size;
    more.textContent = `Show more (${left.size - due.reduce((sum, [, size]) => sum + size, 0)} left)`;
  }

  function changed(final) {
    shown = AT_ONCE;
    update();
    remember(form, final);
  }

  form.querySelector("fieldset").disabled = false;
  restore(form);
  settle(page, update);
  form.addEventListener("input", (event) => event.target.name && changed(event.target.type !== "search"));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => changed(true)));
  stepper(form, () => turningDays(entries.length ? { querySelectorAll: (which) => all(entries, which) } : page), () => changed(true));
  more.addEventListener("click", () => {
    shown += AT_ONCE;
    update();
  });
  addEventListener("hashchange", arrive);
  addEventListener("popstate", () => {
    restore(form);
    update();
  });
}

const all = (entries, which) => [...new Set(entries.map((each) => each.month))].flatMap((month) => [...month.querySelectorAll(which)]);

// Takes the list out of the page while it is cut for the first time: what was not there cannot jump.
async function settle(page, update) {
  const list = page.querySelector(".or-results");
  if (location.search) {
    list.hidden = true;
    void list.offsetHeight;
  }
  await update();
  list.hidden = false;
  if (location.hash) arrive();
  page.dataset.ready = "";
}

// Months are laid out when they come near, which moves the one asked for: it is found again until it stays.
async function arrive() {
  const asked = document.getElementById(location.hash.slice(1));
  for (let frame = 0; asked && frame < 8; frame += 1) {
    asked.scrollIntoView();
    await new Promise(requestAnimationFrame);
  }
}

function reveal(entries, left) {
  const sizes = new Map(entries.flatMap(({ day, month }) => [[day, 0], [month, 0]]));
  for (const entry of entries) {
    const isLeft = left.has(entry);
    if (entry.node.hidden === isLeft) entry.node.hidden = !isLeft;
    if (isLeft) for (const part of [entry.day, entry.month]) sizes.set(part, sizes.get(part) + 1);
  }
  for (const [part, size] of sizes) {
    if (part.hidden === size > 0) part.hidden = !size;
    if (part.matches(".or-month")) part.style.setProperty("--or-size", size);
  }
  for (const link of document.querySelectorAll('.md-nav--secondary a[href*="#m-"]')) {
    link.parentNode.hidden = document.getElementById(link.hash.slice(1))?.parentNode.hidden ?? false;
  }
}

const inShort = (field) => field.selectedOptions?.[0].dataset.label ?? `${field.name} ${inWords(field.value)}`;

function tell(form, view, count, counts) {
  const { size } = form.dataset;
  const some = Object.values(view).some(Boolean);
  const known = view["as-of"] ? `, as our sources had it on ${inWords(view["as-of"])}` : "";
  form.querySelector("output").textContent = some ? `${count} of ${size} entries${known}` : `${size} entries`;
  form.querySelector("[type=reset]").hidden = !some;
  const set = [...form.querySelectorAll("details :is(input, select)")].filter((each) => each.value).map(inShort);
  form.querySelector("summary").textContent = set.length ? `Filters: ${set.join(" · ")}` : "Filters";
  form.querySelector("a").hidden = !some;
  if (!counts) return;
  for (const facet of FACETS) {
    for (const option of form.elements[facet]?.options ?? []) {
      if (!option.value) continue;
      const words = `${option.dataset.label} (${counts[facet].get(option.value) ?? 0})`;
      if (option.textContent !== words) option.textContent = words;
    }
  }
}
