// The inside of the search: asks Pagefind, shows what it found by kind, follows the arrow keys.

const FEW = 4; // results of a kind while there are several kinds
const MANY = 20; // results of the one kind that was chosen, and how many more at a time
const OVERLAP = 24; // letters by which we see that found words are those of the title
const PAUSE = 120; // milliseconds without a key before we search

let dialog, form, input, status, list;
let finder; // a promise of Pagefind's module
let turn = 0;
let limit = MANY;
let timer;

export function start(element) {
  if (dialog) return;
  dialog = element;
  form = dialog.querySelector("form");
  input = form.querySelector("[role=combobox]");
  status = dialog.querySelector("[role=status]");
  list = dialog.querySelector("[role=listbox]");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", onInput);
  input.addEventListener("keydown", onKey);
  list.addEventListener("click", onClick);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  form.querySelector(".or-search__close").addEventListener("click", () => dialog.close());
  search();
}

function onInput() {
  limit = MANY;
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
}

function onKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) move(step);
  else if (event.key === "Enter") (active() ?? list.querySelector("a"))?.click();
  else return;
  event.preventDefault();
}

function onClick(event) {
  const chosen = event.target.closest("[role=option]");
  if (!chosen) return;
  if (chosen.dataset.kind) showMore(chosen.dataset.kind);
  else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
}

function showMore(kind) {
  limit = form.elements.kind.value === kind ? limit + MANY : MANY;
  form.elements.kind.value = kind;
  input.focus();
  search();
}

function load() {
  const bundle = new URL("../pagefind/pagefind.js", import.meta.url);
  finder ??= import(bundle).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24, ranking: { metaWeights: { title: 6 } } });
    return pagefind;
  });
  return finder;
}

function wanted() {
  const chosen = [...form.querySelectorAll("select")].filter((select) => select.value);
  return Object.fromEntries(chosen.map((select) => [select.name, select.value]));
}

async function search() {
  const mine = ++turn;
  try {
    const pagefind = await load();
    const everything = await pagefind.filters();
    const words = input.value.trim();
    const filters = wanted();
    const found = await ask(pagefind, words, filters);
    const groups = found ? await grouped(pagefind, words, filters, found) : [];
    if (mine !== turn) return;
    offer(found?.totalFilters ?? everything);
    show(groups, found);
  } catch (error) {
    finder = undefined;
    status.textContent = "The search could not be loaded. Please try again.";
    console.error(error);
  }
}

function ask(pagefind, words, filters) {
  if (!words && !Object.keys(filters).length) return null;
  return pagefind.search(words || null, { filters, sort: words ? {} : { day: "desc" } });
}

async function grouped(pagefind, words, filters, found) {
  const kinds = [...form.elements.kind.options].map((option) => option.value);
  const present = kinds.filter((kind) => found.filters.kind?.[kind]);
  const few = present.length > 1 ? FEW : limit;
  return Promise.all(
    present.map(async (kind) => {
      const { results } = await ask(pagefind, words, { ...filters, kind });
      const hits = await Promise.all(results.slice(0, few).map((result) => result.data()));
      return { kind, hits, total: results.length };
    }),
  );
}

function offer(counts) {
  for (const select of form.querySelectorAll("select")) {
    const held = counts[select.name] ?? {};
    const [any, ...fixed] = [...select.options].map((option) => option.value);
    const values = select.name === "kind" ? fixed : Object.keys(held).sort((a, b) => a.localeCompare(b));
    const chosen = select.value;
    const shown = values.filter((value) => held[value] || value === chosen || select.name === "kind");
    select.replaceChildren(
      make("option", { value: any }, "any"),
      ...shown.map((value) => make("option", { value, disabled: !held[value] }, `${value} (${held[value] ?? 0})`)),
    );
    select.value = chosen;
  }
}

function show(groups, found) {
  const total = found?.results.length ?? 0;
  list.replaceChildren(...groups.map(groupElement));
  list.querySelectorAll("[role=option]").forEach((option, place) => (option.id = `or-hit-${place}`));
  list.hidden = total === 0;
  list.scrollTop = 0;
  input.setAttribute("aria-expanded", String(total > 0));
  input.removeAttribute("aria-activedescendant");
  status.textContent = found ? (total === 1 ? "1 result" : `${total || "No"} results`) : "";
}

function groupElement({ kind, hits, total }, place) {
  const id = `or-hits-${place}`;
  const rest = total > hits.length ? [more(kind, total)] : [];
  const heading = make("div", { className: "or-search__kind", id, role: "presentation" }, `${kind} · ${total}`);
  const group = make("div", { role: "group" }, heading, ...hits.map(hitElement), ...rest);
  group.setAttribute("aria-labelledby", id);
  return group;
}

function more(kind, total) {
  const option = make("button", { type: "button", role: "option", className: "or-hit", tabIndex: -1 });
  option.ariaSelected = "false";
  option.dataset.kind = kind;
  option.append(`More of ${total} ${kind.toLowerCase()}`);
  return option;
}

function hitElement({ url, meta, excerpt }) {
  const words = make("span", { className: "or-hit__words" }, ...marked(excerpt));
  const isTitle = meta.title.includes(words.textContent.slice(0, OVERLAP));
  const title = make("span", { className: "or-hit__title" }, meta.title);
  const foot = make("span", { className: "or-hit__foot" }, [meta.when, meta.who].filter(Boolean).join(" · "));
  const told = [isTitle && words.textContent ? [words] : [title, words], foot].flat();
  const shown = told.filter((element) => element.textContent);
  const hit = make("a", { href: url, role: "option", className: "or-hit", tabIndex: -1 }, ...shown);
  hit.ariaSelected = "false";
  return hit;
}

// Pagefind marks words in a text whose angle brackets it has escaped, and nothing else.
function marked(excerpt) {
  const pieces = excerpt.split(/<\/?mark>/).map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  return pieces.map((piece, place) => (place % 2 ? make("mark", {}, piece) : piece));
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const options = () => [...list.querySelectorAll("[role=option]")];
const active = () => list.querySelector("[aria-selected=true]");

function move(step) {
  const all = options();
  if (!all.length) return;
  const place = all.indexOf(active());
  const next = all[place < 0 && step < 0 ? all.length - 1 : (place + step + all.length) % all.length];
  for (const option of all) option.ariaSelected = String(option === next);
  input.setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
}
