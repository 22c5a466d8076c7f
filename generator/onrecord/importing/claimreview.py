"""ClaimReview of schema.org, as fact-checkers publish it: claims, who made them, who reviewed them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from onrecord.importing.drafts import Draft, Import, Loss, UnreadableError, flat, kept, named, some

_USED = frozenset(
    {
        "@context",
        "@type",
        "@id",
        "claimReviewed",
        "author",
        "url",
        "datePublished",
        "reviewRating",
        "itemReviewed",
    }
)
_REVIEWED = frozenset({"@type", "author", "datePublished", "appearance", "firstAppearance", "name"})
_FALSE = frozenset(
    {"false", "mostly false", "pants on fire", "fake", "incorrect", "wrong", "falsch", "faux", "falso"}
)
_TRUE = frozenset({"true", "mostly true", "correct", "accurate", "wahr", "vrai", "vero"})
_KINDS = {"Person": "person", "GovernmentOrganization": "government-body", "NewsMediaOrganization": "media"}


def read_claimreview(text: str) -> Import:
    """Return for each review a claim, its review as a source, and who said it where, as far as it is told."""
    reading = _Reading()
    losses: list[Loss] = []
    for row, each in _items(text):
        if "ClaimReview" not in _types(each):
            losses.append(
                Loss(row, flat(each)[:80], f"it is a {', '.join(_types(each)) or 'thing'}, not a review")
            )
        elif not flat(each.get("claimReviewed")):
            losses.append(Loss(row, flat(each.get("url")), "it does not say which claim it reviews"))
        else:
            reading.review(row, each)
    return Import(tuple(reading.drafts), tuple(losses))


def _items(text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise UnreadableError(
            f"the file is no JSON: {fault}", "save the JSON-LD alone, without HTML"
        ) from fault
    if isinstance(whole, dict):
        whole = whole.get("@graph") or whole.get("dataFeedElement") or [whole]
    if not isinstance(whole, list):
        raise UnreadableError("the file holds no ClaimReview")
    for number, each in enumerate(whole):
        item = each.get("item", each) if isinstance(each, dict) else {}
        for part in item if isinstance(item, list) else [item]:
            yield f"[{number}]", part if isinstance(part, dict) else {}


class _Reading:
    """The drafts so far; an author or an address that comes again is the same record."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._by_name: dict[tuple[str, str], str] = {}

    def review(self, row: str, review: Mapping[str, Any]) -> None:
        """Add what one review tells."""
        text = flat(review["claimReviewed"])
        rating = _one(review.get("reviewRating"))
        source = self._review_itself(row, review, text)
        bearing = _bearing(rating)
        evidence = [{"source": source, "bearing": bearing}] if bearing else []
        rest = {key: value for key, value in review.items() if key not in _USED}
        unused = {**rest, "rating": rating, "review": "" if evidence else source}
        claim = self._add(text, Draft("claims", "", some(text=text, evidence=evidence), row, kept(unused)))
        self._said(row, _one(review.get("itemReviewed")), text, claim, source)

    def _review_itself(self, row: str, review: Mapping[str, Any], text: str) -> str:
        author = self._actor(row, _one(review.get("author")), "media")
        address = flat(review.get("url"))
        fields = some(
            title=flat(review.get("name")) or f"[Review of: {text}]",
            publisher=author or urlsplit(address).hostname or "Unknown, imported",
            kind="analysis",
            url=address,
            published=flat(review.get("datePublished"))[:10] or "unknown",
        )
        return self._add(f"review {text}", Draft("sources", "", fields, row))

    def _said(self, row: str, item: Mapping[str, Any], text: str, claim: str, review: str) -> None:
        """Add who said it, if that is told: where it appeared is the source, else the review."""
        speaker = self._actor(row, _one(item.get("author")), "person")
        if not speaker:
            return
        day = flat(item.get("datePublished"))[:10] or "unknown"
        places = item.get("appearance") or item.get("firstAppearance") or []
        places = [flat(_one(each).get("url")) for each in (places if isinstance(places, list) else [places])]
        sources = [self._appearance(row, address, day) for address in places if address] or [review]
        fields = {
            "speaker": speaker,
            "said": day,
            "paraphrase": text,
            "stances": [{"claim": claim, "stance": "asserts"}],
            "sources": [{"source": each} for each in dict.fromkeys(sources)],
        }
        rest = {key: value for key, value in item.items() if key not in _REVIEWED}
        self._add(f"{speaker} {text}", Draft("statements", "", fields, row, kept(rest)))

    def _appearance(self, row: str, address: str, day: str) -> str:
        host = (urlsplit(address).hostname or "unknown").removeprefix("www.")
        fields = {
            "title": f"[page of {host}]",
            "publisher": host,
            "kind": "reference",
            "url": address,
            "published": day,
        }
        return self._once(address, f"{host} {day}", Draft("sources", "", fields, row))

    def _actor(self, row: str, author: Mapping[str, Any], kind: str) -> str:
        name = flat(author.get("name"))
        types = _types(author)
        known = next((_KINDS[each] for each in types if each in _KINDS), "")
        kind = known or ("organisation" if "Organization" in types and kind == "person" else kind)
        rest = {key: value for key, value in author.items() if key not in ("@type", "@id", "name", "url")}
        address = flat(author.get("url"))
        links = [{"url": address}] if address.startswith(("http://", "https://")) else []
        fields = some(name=name, kind=kind, links=links)
        return self._once(name, name, Draft("actors", "", fields, row, kept(rest))) if name else ""

    def _once(self, key: str, words: str, draft: Draft) -> str:
        place = (draft.folder, key)
        if place not in self._by_name:
            self._by_name[place] = self._add(words, draft)
        return self._by_name[place]

    def _add(self, words: str, draft: Draft) -> str:
        name = named(words, [each.id for each in self.drafts], draft.folder.removesuffix("s"))
        self.drafts.append(replace(draft, id=name))
        return name


def _bearing(rating: Mapping[str, Any]) -> str:
    """Return whether a review supports its claim or contradicts it, or nothing if it says neither."""
    words = flat(rating.get("alternateName")).casefold().strip(" .!")
    if words in _FALSE:
        return "contradicts"
    return "supports" if words in _TRUE else ""


def _types(value: Mapping[str, Any]) -> tuple[str, ...]:
    found = value.get("@type", ())
    return tuple(map(str, found)) if isinstance(found, list) else (str(found),) if found else ()


def _one(value: Any) -> Mapping[str, Any]:
    if isinstance(value, list):
        value = value[0] if value else {}
    return (
        value if isinstance(value, dict) else {"name": value, "url": value} if isinstance(value, str) else {}
    )
