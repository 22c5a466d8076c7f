// The entries of a timeline as values, and which of them a choice leaves.

import { holds } from "./as-of.js";

export const FACETS = ["kind", "actor", "topic", "state", "status", "lang"];

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const split = (text) => (text ? text.split(" ") : []);

export function entriesIn(root) {
  return [...root.querySelectorAll(".or-entry[data-is]")].map((node) => {
    const day = node.closest(".or-day");
    const { on, to } = day.dataset;
    const { kind, actor, topic, lang, event, lane } = node.dataset;
    const standing = [...node.querySelectorAll("[data-is]")];
    return {
      node, day, month: day.closest(".or-month"), on, to: to ?? on, event, lane, standing,
      kind: split(kind), actor: split(actor), topic: split(topic), lang: split(lang),
    };
  });
}

const textOf = (entry) => (entry.text ??= fold(entry.node.textContent));

function standingOf(entry, day) {
  return (entry.standing.find((each) => holds(each, day)) ?? entry.node).dataset.is;
}

function valuesOf(entry, facet, day) {
  if (facet === "state") return entry.event ? [standingOf(entry, day)] : [];
  if (facet === "status") return entry.event ? [] : [standingOf(entry, day)];
  return entry[facet];
}

function isAskedFor(entry, view, words) {
  if (!holds(entry.node, view["as-of"])) return false;
  if ((view.from || view.to) && !entry.on) return false;
  if (view.from && entry.to < view.from) return false;
  if (view.to && entry.on > view.to) return false;
  return words.every((word) => textOf(entry).includes(word));
}

// Returns the set of entries that remain, and for each facet how many each of its choices would leave.
export function sift(entries, view) {
  const words = split(fold(view.text).replace(/\s+/g, " "));
  const left = new Set();
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const count = (entry, facet) => {
    for (const value of valuesOf(entry, facet, view["as-of"])) {
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  };
  for (const entry of entries) {
    if (!isAskedFor(entry, view, words)) continue;
    const failed = FACETS.filter(
      (facet) => view[facet] && !valuesOf(entry, facet, view["as-of"]).includes(view[facet]),
    );
    if (failed.length === 0) {
      left.add(entry);
      for (const facet of FACETS) count(entry, facet);
    } else if (failed.length === 1) count(entry, failed[0]);
  }
  return { left, counts };
}
