// The inside of the search: asks Pagefind, shows what it found by kind, follows the arrow keys.

const FEW = 4; // results of a kind while there are several kinds
const MANY = 20; // results of the one kind that was chosen, and how many more at a time
const OVERLAP = 24; // letters by which we see that found words are those of the title
const PAUSE = 120; // milliseconds without a key before we search

const KINDS = [
  "Actors", "Events", "Statements", "Claims", "Open questions", "Judgments", "Topics", "Sources", "Corrections",
  "Places", "Pages",
]; // in the order of the groups

const make = (name, properties, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
};

const input = make("input", {
  type: "text", id: "or-search-words", className: "or-search__words", placeholder: "Names, words, statements",
  autocomplete: "off", autocapitalize: "off", spellcheck: false, enterKeyHint: "go",
  role: "combobox", "aria-label": "Search for", "aria-autocomplete": "list", "aria-expanded": "false",
  "aria-controls": "or-search-hits",
});
const close = make("button", { type: "button", className: "or-search__close" }, "Close");
const facet = (name) => {
  const select = make("select", { name }, make("option", { value: "" }, "any"));
  return make("label", {}, name[0].toUpperCase() + name.slice(1), select);
};
const BY = "By actor, topic, year";
const summary = make("summary", {}, BY);
const facets = make("details", { className: "or-search__more" }, summary,
  make("div", { className: "or-search__facets" }, ...["actor", "topic", "year"].map(facet)),
); // what they hold is loaded when they are unfolded: there may be thousands of actors
const form = make("form", { className: "or-search__form" },
  make("div", { className: "or-search__top" }, input, close),
  make("div", { className: "or-search__narrow", role: "group", "aria-label": "Narrow down" }, facet("kind"), facets),
);
const status = make("p", { className: "or-search__status", role: "status" });
const list = make("div", {
  id: "or-search-hits", className: "or-search__hits", role: "listbox", "aria-label": "Results", hidden: true,
});
const dialog = make("dialog", { className: "or-search", "aria-label": "Search" }, form, status, list);

let finder; // a promise of Pagefind's module
let turn = 0;
let limit = MANY;
let timer;

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", onInput);
input.addEventListener("keydown", onKey);
list.addEventListener("click", onClick);
facets.addEventListener("toggle", search);
close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
document.body.append(dialog);

export function open(typed) {
  if (dialog.open) return;
  dialog.showModal();
  input.focus();
  if (typed) input.value = typed;
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
    const everything = facets.open ? await pagefind.filters() : {};
    const words = input.value.trim();
    const filters = wanted();
    const found = await ask(pagefind, words, filters);
    const groups = found ? await grouped(pagefind, words, filters, found) : [];
    if (mine !== turn) return;
    offer(found?.totalFilters ?? everything);
    tell(filters);
    show(groups, found);
  } catch (error) {
    finder = undefined;
    status.textContent = "The search could not be loaded. Please try again.";
    console.error(error);
  }
}

// Pagefind counts the facets that it has loaded, and loads those it is asked for; every page has a kind.
function ask(pagefind, words, filters) {
  if (!words && !Object.keys(filters).length) return null;
  const asked = { kind: { any: KINDS }, ...filters };
  return pagefind.search(words || null, { filters: asked, sort: words ? {} : { day: "desc" } });
}

async function grouped(pagefind, words, filters, found) {
  const present = KINDS.filter((kind) => found.filters.kind?.[kind]);
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
    const held = counts[select.name];
    const values = select.name === "kind" ? KINDS : Object.keys(held ?? {}).sort((a, b) => a.localeCompare(b));
    const chosen = select.value;
    const shown = values.filter((value) => held?.[value] || value === chosen || select.name === "kind");
    select.replaceChildren(make("option", { value: "" }, "any"), ...shown.map((value) => choice(value, held)));
    select.value = chosen;
  }
}

function choice(value, held) {
  if (!held) return make("option", { value }, value);
  return make("option", { value, disabled: !held[value] }, `${value} (${held[value] ?? 0})`);
}

function tell({ kind, ...others }) {
  summary.replaceChildren([BY, ...Object.values(others)].join(" · "));
}

function show(groups, found) {
  const total = found?.results.length ?? 0;
  list.replaceChildren(...groups.map(groupElement));
  list.querySelectorAll("[role=option]").forEach((option, place) => (option.id = `or-hit-${place}`));
  list.hidden = total === 0;
  list.scrollTop = 0;
  input.setAttribute("aria-expanded", String(total > 0));
  input.removeAttribute("aria-activedescendant");
  const counted = total === 1 ? "1 result" : `${total || "No"} results`;
  status.textContent = found ? counted + (total ? "" : ": try fewer words, or the beginning of one") : "";
}

const UNCHOSEN = { className: "or-hit", role: "option", "aria-selected": "false", tabIndex: -1 };

function groupElement({ kind, hits, total }, place) {
  const id = `or-hits-${place}`;
  const rest = total > hits.length ? [more(kind, total)] : [];
  const heading = make("div", { className: "or-search__kind", id, role: "presentation" }, `${kind} · ${total}`);
  return make("div", { role: "group", "aria-labelledby": id }, heading, ...hits.map(hitElement), ...rest);
}

function more(kind, total) {
  const option = make("button", { type: "button", ...UNCHOSEN });
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
  return make("a", { href: url, ...UNCHOSEN }, ...shown);
}

// Pagefind marks words in a text whose angle brackets it has escaped, and nothing else.
function marked(excerpt) {
  const pieces = excerpt.split(/<\/?mark>/).map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  return pieces.map((piece, place) => (place % 2 ? make("mark", {}, piece) : piece));
}

const options = () => [...list.querySelectorAll("[role=option]")];
const active = () => list.querySelector("[aria-selected=true]");

function move(step) {
  const all = options();
  if (!all.length) return;
  const place = all.indexOf(active());
  const next = all[place < 0 && step < 0 ? all.length - 1 : (place + step + all.length) % all.length];
  for (const option of all) option.setAttribute("aria-selected", option === next);
  input.setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
}
