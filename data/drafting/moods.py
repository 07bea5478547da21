"""Moods: whether something is told as done or planned, or only denied, wished or supposed."""

import re

from data.drafting.patterns import words
from data.drafting.reading import Reading

DONE, PLANNED, UNSURE, DENIED = "done", "planned", "unsure", "denied"

_CUT = re.compile(
    r"[;:—]|,\s|\b(?:after|before|during|when|while|which|who|since|although|though|"
    r"because|despite|that (?:was|were|has|had))\b|"
    r"\band (?=(?:(?:has|have|had|will|would|also) )*(?:pledged|promised|agreed|signed|gave|lent|"
    r"provided|announced|offered|donated|extended|granted|approved|opened|sent|bought)\b)",
    re.IGNORECASE,
)
_DENIED = words(
    r"not|never|no|denied|denies|deny|without|refus\w+|declin\w+|fail\w* to|"
    r"neither|nor|none|ruled out|"
    r"rather than|instead of|reject\w*|halt\w*|far from|no longer|unable|"
    r"cancel\w*|call\w* off|postpon\w+|scrap\w*|shelv\w+|abandon\w*"
)
_NOT = re.compile(r"n't\b", re.IGNORECASE)
_UNSURE = words(
    r"if|could|might|may(?! \d)|should|whether|possib\w+|potential\w*|hop(?:e|"
    r"es|ed|ing)|wants?|wanted|"
    r"seeks?|seeking|sought|propos\w+|consider\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|"
    r"demand\w*|speculat\w+|rumou?r\w*|unless|alleg\w+|ask(?:s|ed|ing)?|aim(?:s|ed|ing)?|invit\w+|"
    r"request\w*|likely|bid to|reluctant|fear\w*|warn\w*|worr\w+|think\w*|"
    r"believ\w+ that|hypothetical\w*|"
    r"needs?|risk\w*|would like|accus\w+|negotiat(?:e|es|ing|ions?)|explor\w+|open to|can|plan for|"
    r"in talks|to work (?:on|towards?)|close to|on the verge of|appl(?:y|ies|ied) to|"
    r"threat\w*|target\w*|require[sd]?|goal"
)
_UNDONE = words(
    r"but [^.;]{0,60}(?:cancel\w*|postpon\w*|call\w* off)|fell through|came to nothing|"
    r"never (?:came|materiali[sz]ed|took place|happened|arrived|released|paid|disbursed|built)"
)
_OPEN = words(
    r"under (?:discussion|consideration)|being (?:discussed|considered)|yet to be|"
    r"not (?:yet )?been (?:set|confirmed|decided|announced)"
)
"""What is told behind something that may come."""
_WOULD = words(r"would")
_REPORTED = words(r"said|says|announced|told|pledged|promised|reported|confirmed|added|agreed")
_PLANNED = words(
    r"will|'ll|plans? to|planned|planning|scheduled|set to|due (?:to|in|on)|"
    r"expected|upcoming|agreed to|"
    r"pledg\w+|promis\w+|offer(?:s|ed)?|poised|commit\w*|about to|is to|are to|ready to|slated|"
    r"prepar(?:es?|ing)|vow(?:s|ed)?|intends? to|ahead of"
)
_SUPPOSED = words(r"(?:but |and )?(?:if|should|were) [\w' -]{3,60}")
_WERE_TO = words(r"if [\w' -]{3,60}? (?:were|was) to")


def mood(reading: Reading, start: int, reach: int = 90) -> str:
    """Return the mood of what stands at ``start``, from the words of its clause before it."""
    before = reading.flat[max(reading.start, start - reach) : start]
    clause = _CUT.split(before)[-1]
    undone = _UNDONE.search(reading.flat, start, reading.end)
    if undone or _NOT.search(clause) or _DENIED.search(clause):
        return DENIED
    supposed = _SUPPOSED.match(reading.flat, reading.start) or _WERE_TO.search(before)
    if supposed or _UNSURE.search(clause):
        return UNSURE
    if _OPEN.search(reading.flat, start, min(reading.end, start + reach)):
        return UNSURE
    if _WOULD.search(clause):
        told = _REPORTED.search(reading.text)
        return PLANNED if told else UNSURE
    return PLANNED if _PLANNED.search(clause) else DONE
