// Opens the search, by its button or by "/". Nothing else of the search is loaded before that.

const button = document.querySelector(".or-find");

const isTyping = (element) => element.closest("input, select, textarea, [contenteditable]") !== null;

async function open() {
  const panel = await import("./search-panel.js");
  panel.open();
}

function onKey(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  event.preventDefault();
  open();
}

if (button) {
  button.addEventListener("click", open);
  document.addEventListener("keydown", onKey);
}
