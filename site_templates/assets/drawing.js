// Keeps the drawn timeline in step with the list, and lets a range of time be chosen on it.

import { inWords, stand } from "./as-of.js";

const DAY = 86400000;
const number = (day) => Date.parse(`${day}T00:00Z`) / DAY;
const iso = (days) => new Date(days * DAY).toISOString().slice(0, 10);

function scaleOf(figure) {
  const knots = figure.dataset.scale.split(" ").map((knot) => knot.split(":")).map(([day, x]) => [number(day), +x]);
  const between = (value, from, to) => {
    const last = knots.length - 2;
    let at = knots.findIndex((knot, index) => index === last || value <= knots[index + 1][from]);
    at = Math.max(at, 0);
    const [a, b] = [knots[at], knots[at + 1]];
    const share = Math.min(1, Math.max(0, (value - a[from]) / (b[from] - a[from] || 1)));
    return a[to] + share * (b[to] - a[to]);
  };
  return {
    first: knots[0][0], last: knots.at(-1)[0], left: knots[0][1], right: knots.at(-1)[1],
    x: (days) => between(days, 0, 1), day: (x) => Math.round(between(x, 1, 0)),
  };
}

function weekOf(day, first) {
  const days = number(day);
  return iso(Math.max(days - ((((days + 3) % 7) + 7) % 7), first));
}

export function drawing(figure, form, changed) {
  const scale = scaleOf(figure);
  const sides = [...figure.querySelectorAll(".or-bars")].map(barsOf);
  const range = brush(figure, scale, form, changed);
  let known = "";
  const peak = figure.querySelector(".or-peak");
  return (left, day, isWhole) => {
    peak?.toggleAttribute("hidden", !isWhole);
    const events = new Set();
    const counts = new Map();
    for (const entry of left) {
      if (entry.event) events.add(entry.event);
      else if (entry.on) {
        const key = `${entry.lane} ${weekOf(entry.on, scale.first)}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    for (const item of figure.querySelectorAll(".or-item")) item.classList.toggle("or-off", !events.has(item.dataset.event));
    for (const side of sides) side.path.setAttribute("d", outline(side, counts));
    range();
    if (day === known) return;
    known = day;
    stand(figure, day);
    for (const line of figure.querySelectorAll(".or-lifeline")) live(line);
  };
}

function barsOf(path) {
  const { lane, foot, bars } = path.dataset;
  return { path, lane, foot, bars: bars.split(" ").map((bar) => bar.split(",")) };
}

function outline({ lane, foot, bars }, counts) {
  return bars.map(([week, x, width, height, count]) => {
    const now = (height * (counts.get(`${lane} ${week}`) ?? 0)) / count;
    return now ? `M${x} ${foot}v${-now}h${width}v${now}z` : "";
  }).join("");
}

// Draws the line of an event's life from the first of its marks that are shown to the last.
function live(line) {
  const marks = [...line.parentNode.querySelectorAll(".or-point:not([display])")].map((mark) => +mark.dataset.x);
  line.setAttribute("x1", marks.length ? Math.min(...marks) : 0);
  line.setAttribute("x2", marks.length ? Math.max(...marks) : 0);
}

// Two handles, and a stretch to drag with a mouse; touch moves the handles only, so that a page still scrolls.
function brush(figure, scale, form, changed) {
  const box = figure.querySelector(".or-overview__box");
  const svg = box.querySelector("svg");
  const width = +figure.dataset.width;
  const ends = [["from", "Beginning of the range", scale.first], ["to", "End of the range", scale.last]];
  const shades = ends.map(() => box.appendChild(Object.assign(document.createElement("div"), { className: "or-shade" })));
  const dayAt = (event) => {
    const { left, width: room } = svg.getBoundingClientRect();
    return scale.day(((event.clientX - left) / room) * width);
  };
  const set = (name, days, final) => {
    const end = ends.find(([each]) => each === name)[2];
    form.elements[name].value = days === end ? "" : iso(days);
    changed(final);
  };
  const value = ([name, , end]) => (form.elements[name].value ? number(form.elements[name].value) : end);
  const bounded = (name, days) => (name === "from"
    ? Math.min(Math.max(days, scale.first), value(ends[1])) : Math.max(Math.min(days, scale.last), value(ends[0])));
  const handles = ends.map(([name, label]) => handle(box, label, {
    drag: (event, final) => set(name, bounded(name, dayAt(event)), final),
    step: (days) => set(name, bounded(name, value(ends.find(([each]) => each === name)) + days), true),
    end: (last) => set(name, bounded(name, last ? scale.last : scale.first), true),
  }));
  stretch(svg, dayAt, (a, b, final) => {
    form.elements.from.value = iso(Math.min(a, b));
    form.elements.to.value = iso(Math.max(a, b));
    changed(final);
  });
  return () => {
    const axis = +svg.querySelector(".or-axis").getAttribute("y1");
    ends.forEach((end, index) => {
      const at = Math.min(Math.max(value(end), scale.first), scale.last);
      const share = `${(scale.x(at) / width) * 100}%`;
      const tall = svg.viewBox.baseVal.height;
      Object.assign(handles[index].style, { left: share, top: `${(axis / tall) * 100}%` });
      Object.assign(shades[index].style, index ? { left: at < scale.last ? share : "100%", right: 0 } : { left: `${(scale.left / width) * 100}%`, right: `${100 - parseFloat(share)}%` });
      for (const [key, said] of [["min", scale.first], ["max", scale.last], ["now", at]]) handles[index].setAttribute(`aria-value${key}`, said);
      handles[index].setAttribute("aria-valuetext", inWords(iso(at)));
    });
  };
}

const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30 };

function handle(box, label, on) {
  const grip = document.createElement("div");
  grip.className = "or-grip";
  grip.tabIndex = 0;
  grip.setAttribute("role", "slider");
  grip.setAttribute("aria-label", label);
  grip.addEventListener("keydown", (event) => {
    if (event.key in STEPS) on.step(STEPS[event.key]);
    else if (event.key === "Home" || event.key === "End") on.end(event.key === "End");
    else return;
    event.preventDefault();
  });
  grip.addEventListener("pointerdown", (event) => grip.setPointerCapture(event.pointerId));
  grip.addEventListener("pointermove", (event) => grip.hasPointerCapture(event.pointerId) && on.drag(event, false));
  grip.addEventListener("pointerup", (event) => on.drag(event, true));
  return box.appendChild(grip);
}

function stretch(svg, dayAt, chosen) {
  let start = null;
  let moved = false;
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button) return;
    start = event.clientX;
    moved = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (start === null || (!moved && Math.abs(event.clientX - start) < 5)) return;
    if (!moved) svg.setPointerCapture(event.pointerId);
    moved = true;
    chosen(dayAt({ clientX: start }), dayAt(event), false);
  });
  svg.addEventListener("pointerup", (event) => {
    if (moved) chosen(dayAt({ clientX: start }), dayAt(event), true);
    start = null;
  });
  svg.addEventListener("click", (event) => moved && event.preventDefault());
}
