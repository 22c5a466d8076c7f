// The ledger and the grid: by topic, contested only, and as they stood on a past day.

import { chosen, remember, restore } from "./address.js";
import { holds, inWords, showSteps, stand, stepper, turningDays } from "./as-of.js";

export function start(page) {
  const form = page.querySelector(".or-controls");
  const cards = [...page.querySelectorAll(".or-card--claim")];
  const days = turningDays(page);
  const others = page.querySelectorAll(".or-pager a");

  function update() {
    const view = chosen(form);
    showSteps(form);
    stand(page, view["as-of"]);
    const left = new Set(cards.filter((card) => isLeft(card, view)).map((card) => card.dataset.claim));
    for (const each of page.querySelectorAll("[data-claim]")) {
      each.hidden = !left.has(each.dataset.claim) || !holds(each, view["as-of"]);
    }
    sort(page, cards);
    empty(page);
    tell(form, view, left.size);
  }

  function changed() {
    update();
    remember(form, true);
    follow();
  }

  // The other pages of the ledger show the same view.
  function follow() {
    for (const each of others) each.search = location.search;
  }

  form.querySelector("fieldset").disabled = false;
  restore(form);
  update();
  follow();
  page.dataset.ready = "";
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
  stepper(form, () => days, changed);
  addEventListener("popstate", () => {
    restore(form);
    update();
    follow();
  });
}

const statusOf = (card) => card.querySelector("[data-status]:not([hidden])")?.dataset.status;

function isLeft(card, view) {
  if (!holds(card, view["as-of"])) return false;
  if (view.topic && !card.dataset.topics.split(" ").includes(view.topic)) return false;
  return !view.contested || statusOf(card) === "contested";
}

// Puts each claim under the status that it had on the day.
function sort(page, cards) {
  for (const group of page.querySelectorAll(".or-group")) {
    const mine = cards.filter((card) => statusOf(card) === group.dataset.status);
    const home = group.querySelector(".or-cards");
    if (mine.some((card, index) => card !== home.children[index]) || mine.length !== home.children.length) home.append(...mine);
    const count = mine.filter((card) => !card.hidden).length;
    group.hidden = count === 0;
    group.querySelector(".or-group__head span").textContent = count;
  }
}

// Hides what has nothing left to show: a stance that nobody took, a dispute with one side, an empty part.
function empty(page) {
  for (const line of page.querySelectorAll("li[data-any]:not([data-claim])")) line.hidden = !line.querySelector(".or-holder:not([hidden])");
  for (const dispute of page.querySelectorAll(".or-dispute")) {
    dispute.hidden ||= !dispute.querySelector(".or-holder:not([hidden])");
  }
  for (const part of page.querySelectorAll("section[data-any]")) part.hidden = !part.querySelector("li[data-claim]:not([hidden])");
}

function tell(form, view, count) {
  const { size, unit } = form.dataset;
  const some = Object.values(view).some(Boolean);
  const known = view["as-of"] ? `, as our sources had it on ${inWords(view["as-of"])}` : "";
  form.querySelector("output").textContent = some ? `${count} of ${size} ${unit}${known}` : `${size} ${unit}`;
  form.querySelector("[type=reset]").hidden = !some;
}
