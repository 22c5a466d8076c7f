// Loads what a page needs, and nothing on a page that needs nothing.

const pages = { timeline: () => import("./timeline.js"), claims: () => import("./claims.js") };
const page = document.querySelector("[data-or]");

if (page) pages[page.dataset.or]().then((module) => module.start(page));
