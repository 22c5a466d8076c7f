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

// A drawing that does not fit shows first where most of its entries are; the names of sides stay in sight.
for (const box of document.querySelectorAll("[data-start]")) {
  const svg = box.querySelector("svg");
  const follow = () => svg.style.setProperty("--or-x", `${(box.scrollLeft / box.scrollWidth) * svg.viewBox.baseVal.width}px`);
  box.addEventListener("scroll", follow, { passive: true });
  box.scrollLeft = box.dataset.start * box.scrollWidth - box.clientWidth / 4;
}
