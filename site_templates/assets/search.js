// Opens the search, by its button or by "/". Nothing else of the search is loaded before that.

const button = document.querySelector(".or-find");

const isTyping = (element) => element.closest("input, select, textarea, [contenteditable]") !== null;

let typed = null; // what was typed since the search was asked for and before it came

async function open() {
  if (typed !== null) return;
  typed = "";
  try {
    const panel = await import("./search-panel.js");
    panel.open(typed);
  } finally {
    typed = null;
  }
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (typed === null ? event.key !== "/" : event.key.length > 1) return;
  event.preventDefault();
  event.stopPropagation(); // to the theme, n is the next page
  if (typed === null) open();
  else typed += event.key;
}

if (button) {
  button.addEventListener("click", open);
  document.addEventListener("keydown", onKey);
}
