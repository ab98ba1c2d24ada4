"""Tasks of notices of motion that were adopted: "I will move that this Council write to the Minister." """

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from pipeline.extractors.actions.due import due_words
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.promises import commits
from pipeline.extractors.actions.whose import who_of
from pipeline.found import FoundAction, FoundDecision
from pipeline.layout.sentences import sentences

_NOTICE = re.compile(
    r"\W{0,6}(?:I|[Ww]e)\s+(?:will|would|shall|hereby)\s+(?:also\s+)?move\b[^.;:]{0,80}?\b(?P<that>that\s)"
)


def of_motions(decisions: Iterable[FoundDecision], informed: Callable[[], Informed]) -> list[FoundAction]:
    """What adopted motions tell somebody to do; alone such a notice commits nobody.

    Args:
        informed: gives the matcher that knows this paper's people, asked for once, where there is such a motion.
    """
    adopted = ((one, _NOTICE.match(one.text)) for one in decisions if one.outcome == "agreed")
    notices = [(decision, notice) for decision, notice in adopted if notice is not None]
    if not notices:
        return []
    matcher = informed()
    out: list[FoundAction] = []
    for decision, notice in notices:
        end = sentences(decision.text)[0][1]  # behind it stands who proposed and adopted it
        task = decision.text[:end]
        motion = "T" + task[notice.start("that") + 1 :]
        told = commits(motion, matcher)
        if told is not None:
            out.append(
                FoundAction(
                    task=task,
                    place=decision.place,
                    evidence=replace(decision.evidence, quote=task, rule=told.rule.id),
                    owners=tuple(who_of(told)),
                    due=due_words(motion, matcher),
                )
            )
    return out
