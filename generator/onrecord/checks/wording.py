"""Checks of how things are put: quotations, paraphrases, translations, judgments."""

import re
from collections.abc import Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Problem, Route
from onrecord.records.statements import Statement

_QUOTATION_MARK = re.compile('["“”„‟«»‹›「」『』]')  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_CONFIDENCE = re.compile(r"\bconfiden(?:ce|t|tly)\b", re.IGNORECASE)
_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote|(?:un)?likely|likelihood|(?:im)?probab(?:le|ly|ility)"
    r"|even (?:chance|odds)|(?:almost|nearly) certain(?:ly)?)\b",
    re.IGNORECASE,
)


def statement_without_words(dossier: Dossier) -> Iterator[Problem]:
    """A statement gives what was said: in the editors' words, the speaker's, or both."""
    for statement in dossier.statements.values():
        if not statement.paraphrase and not statement.quote:
            yield Problem(
                "statement-without-words",
                statement.location,
                f"the statement '{statement.id}' has neither a 'paraphrase' nor a 'quote'",
                "write in 'paraphrase' what was said, in your own words",
            )


def quote_too_long(dossier: Dossier) -> Iterator[Problem]:
    """No quotation is longer than the dossier's ``quote_limit`` in words; 0 sets no limit."""
    limit = dossier.about.quote_limit
    if not limit:
        return
    for statement in dossier.statements.values():
        for route, text in _quotations(statement):
            words = len(text.split())
            if words > limit:
                yield Problem(
                    "quote-too-long",
                    statement.location.at(*route),
                    f"the quotation has {words} words, and the dossier allows {limit}",
                    "cut it with […], or put the rest in the paraphrase",
                )


def _quotations(statement: Statement) -> Iterator[tuple[Route, str]]:
    """Give each text that is somebody's own words, once."""
    quote = statement.quote
    if quote:
        yield ("quote", "text"), quote.text
    if quote and quote.translation:
        yield ("quote", "translation", "text"), quote.translation.text
    for index, citation in enumerate(statement.sources):
        if not quote or citation.as_printed != quote.text:
            yield ("sources", index, "as_printed"), citation.as_printed


def quotation_marks_in_paraphrase(dossier: Dossier) -> Iterator[Problem]:
    """A paraphrase is the editors' wording: whatever is quoted stands in ``quote``."""
    for statement in dossier.statements.values():
        mark = _QUOTATION_MARK.search(statement.paraphrase)
        if mark:
            yield Problem(
                "quotation-marks-in-paraphrase",
                statement.location.at("paraphrase"),
                f"the paraphrase has the quotation mark {mark[0]}",
                "put the speaker's own words in 'quote', or say it in yours without the marks",
            )


def translation_without_translator(dossier: Dossier) -> Iterator[Problem]:
    """A translation says whose it is, for it is an interpretation."""
    for statement in dossier.statements.values():
        quote = statement.quote
        if quote and quote.translation and not quote.translation.by:
            yield Problem(
                "translation-without-translator",
                statement.location.at("quote", "translation"),
                f"nobody is named who translated the quotation into '{quote.translation.lang}'",
                "write 'by:' with an actor's id, or words such as 'our translation'",
            )


def judgment_mixes_words(dossier: Dossier) -> Iterator[Problem]:
    """How likely a thing is and how sure we are of it stand in different sentences, as ICD 203 asks."""
    for judgment in dossier.judgments.values():
        for sentence in _SENTENCE_END.split(judgment.text):
            likely, sure = _LIKELIHOOD.search(sentence), _CONFIDENCE.search(sentence)
            if likely and sure:
                yield Problem(
                    "judgment-mixes-words",
                    judgment.location.at("text"),
                    f"one sentence speaks of likelihood ('{likely[0]}') and of confidence ('{sure[0]}')",
                    "say how sure you are in a sentence of its own, or in the key 'confidence'",
                )
                break
