// A form whose fields are the page's address: what is chosen can be shared, and the way back works.

const fields = (form) => [...form.elements].filter((each) => each.name && each.type !== "button");

const valueOf = (field) => (field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value);

export function chosen(form) {
  return Object.fromEntries(fields(form).map((field) => [field.name, valueOf(field).trim()]));
}

export function restore(form) {
  const asked = new URLSearchParams(location.search);
  for (const field of fields(form)) {
    const value = asked.get(field.name) ?? "";
    if (field.type === "checkbox") field.checked = value === "yes";
    else field.value = value;
    if (field.type === "select-one" && field.selectedIndex < 0) field.value = "";
  }
}

// Typing and dragging replace the address, a choice makes a new one.
export function remember(form, choice) {
  const address = new URL(location.href);
  for (const field of fields(form)) {
    const value = valueOf(field).trim();
    if (value) address.searchParams.set(field.name, value);
    else address.searchParams.delete(field.name);
  }
  if (address.href === location.href) return;
  history[choice ? "pushState" : "replaceState"](null, "", address);
}
