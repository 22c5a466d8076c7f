// Loads what a page needs, and nothing on a page that needs nothing.

const pages = { timeline: () => import("./timeline.js"), claims: () => import("./claims.js") };
const page = document.querySelector("[data-or]");

if (page) pages[page.dataset.or]().then((module) => module.start(page));

// Material's button for the menu is a label, which Enter opens but no key reaches.
const menu = document.querySelector(".md-header__button[for=__drawer]");

if (menu) {
  Object.assign(menu, { tabIndex: 0, role: "button", ariaLabel: "Menu" });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    menu.click();
  });
}

// Where a drawing is seen from first: most of its entries are in sight, and its left edge cuts the fewest names.
const seenFrom = (box, svg) => {
  const size = box.scrollWidth / svg.viewBox.baseVal.width;
  const names = [...svg.querySelectorAll(".or-label")].map((name) => name.getBBox());
  const cut = (left) => names.filter(({ x, width }) => x * size < left && left < (x + width) * size).length;
  const most = box.dataset.start * box.scrollWidth - box.clientWidth / 4;
  const places = Array.from({ length: box.clientWidth / 6 }, (_, step) => most - step * 4);
  return places.reduce((best, each) => (cut(each) < cut(best) ? each : best), most);
};

// A drawing that does not fit is seen from there; the names of sides stay in sight.
for (const box of document.querySelectorAll("[data-start]")) {
  const svg = box.querySelector("svg");
  const follow = () => svg.style.setProperty("--or-x", `${(box.scrollLeft / box.scrollWidth) * svg.viewBox.baseVal.width}px`);
  box.addEventListener("scroll", follow, { passive: true });
  if (box.scrollWidth > box.clientWidth) box.scrollLeft = seenFrom(box, svg);
}
