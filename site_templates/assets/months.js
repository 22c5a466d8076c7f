// Fetches months of the timeline from their own pages, each once.

const fetched = new Map();

async function month(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${answer.status} ${link.href}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const section = page.querySelector(".or-month");
  for (const each of section.querySelectorAll("a[href]")) {
    each.href = new URL(each.getAttribute("href"), answer.url).href;
  }
  return document.adoptNode(section);
}

// Resolves to the sections of the months linked, in their order.
export function monthsBehind(links) {
  return Promise.all(links.map((link) => {
    if (!fetched.has(link.href)) {
      const coming = month(link);
      coming.catch(() => fetched.delete(link.href));
      fetched.set(link.href, coming);
    }
    return fetched.get(link.href);
  }));
}
