"""Lists of people with the surname first, "Lund, Ann (Chair)", "Breen, S; Coyle, M.J": set in the other order."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extractors.given import is_given, is_known
from pipeline.extractors.names import is_person, is_post, is_post_nominal
from pipeline.paper import Cell, Table

# "Lund, Ann (Chair)" on a line of its own
_TURNED = re.compile(
    r"(?P<lead>\W{0,3}(?:(?:Cllrs?|Crs?|Councill?ors?)\.?\s)?)(?P<family>(?:(?:[Vv][ao]n(?:\s[Dd]e[rn]?)?|VAN(?:\sDER)?|D[Ee]|de|[Ll]e|LE|[Ll]a|d[iu]|Du|St|ST|Ma?c|Al|El|N[íi]|Nic|Ó|U[íi]|Te|TE|ap|ab)\.?\s)?[A-ZÀ-Þ][\w’'-]+)"
    r"(?P<aside>\s\([A-Z][a-z]{1,9}\))?,(?P<gap>\s)"
    r"(?P<given>[A-ZÀ-Þ][a-zà-ÿ’']+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)?(?:\s[A-ZÀ-Þ][a-zà-ÿ’'-]+|(?:\s?[A-Z]\.?){1,2})?|[A-Z][a-z]?\.?(?:\s?[A-Z]\.?){0,2})"
    r"(?P<rest>\s*(?:(?:[(–*]|-\s).*|\.)?)"
)
_SIGN = re.compile(r"[;\n]")
_PLACE = re.compile(
    r".*(?:ton|ham|by|ford|field|shire|side|ley|ward|wick|bury|borough|worth|mouth|port|land|don|well|stead|brook|hill|dale|wood|moor)"
)  # "Lund, Overby": whom somebody speaks for
_KEY = 2  # letters of "JJ, PT", who are two people
_FEWEST = 3  # lines with letters for the given name that show that they are people


# "CHAN Tai Ming, Kelvin": the given name that somebody uses beside those of the family's tongue
_OWN = re.compile(
    r"(?<![\w’'-])[A-Z]{2,}\s(?P<given>[A-Z][a-z]+)(?:[\s-][A-Z][a-z]+){0,2}(?P<sign>,)"
    r"(?=\s(?P<own>[A-Z][a-z]+)\s*(?:$|[\n\t(;–-]))"
)


def with_own_names(text: str) -> str:
    """A list as long, without the comma before somebody's own given name: "CHAN Tai Ming, Kelvin"."""
    return _OWN.sub(
        lambda found: found[0][:-1] + " " if is_known(found["own"]) and not is_known(found["given"]) else found[0], text
    )


def righted(text: str) -> str:
    """A list as long, surnames that stand first set behind the given name.

    All entries of the list do so, or one among whole names.
    """
    text = with_own_names(text)
    signs = [found[0] for found in _SIGN.finditer(text)]
    entries = _SIGN.split(text)
    told = [one for one in entries if one.strip()]
    found = [one for entry in told if (one := _TURNED.fullmatch(entry)) and not _tells(one["given"])]
    if any(one["family"].isupper() and len(one["family"]) <= _KEY for one in found):
        return text
    letters = len(found) >= _FEWEST and all(_is_letters(one["given"]) for one in found)
    one_way = letters or all(
        _is_letters(one["given"]) or is_given(one["given"].split()[0]) or not is_given(one["family"]) for one in found
    )
    places = any(_PLACE.fullmatch(one["given"]) for one in found)
    one_way = one_way and (letters or any(map(_is_turned, found)) or not places)
    whole = sum(is_person(re.split(r"\s*[(,–]", entry)[0]) for entry in told)
    shouted = any(one["family"].isupper() for one in found)  # "REED, Ann" alone can be nothing else
    given, family = (found[0]["given"], found[0]["family"]) if found else ("", "")
    alone = len(found) == 1 and (_is_letters(given) or is_known(given)) and not is_known(family)
    sure = len(found) == len(told) > (not (shouted or alone)) or (whole > 1 and len(found) + whole == len(told))
    if not found or not one_way or not sure:
        return text
    rows = {one.string: _in_order(one) for one in found}
    return "".join(rows.get(entry, entry) + sign for entry, sign in zip(entries, [*signs, ""], strict=True))


def unwrapped(text: str) -> str:
    """A list as long, a blank where a line's end cuts somebody in two: "Breen, S; Coyle," / "M.J; Lund, A"."""
    whole = text.replace("\n", " ")
    entries = whole.split(";")
    turned = [_TURNED.fullmatch(entry.strip()) for entry in entries]
    return whole if len(entries) > _FEWEST and all(turned) else text


def _tells(words: str) -> bool:
    """A post or letters behind a name, and nobody's given name."""
    return is_post(words) or ("." not in words and is_post_nominal(words))


def _in_order(found: re.Match[str]) -> str:
    aside = found["aside"] or ""
    return f"{found['lead']}{found['given']}{found['gap']} {_family(found)}{aside}{found['rest']}"


def _family(found: re.Match[str]) -> str:
    """The surname; "ORR" with one capital, for three of them behind a given name would be its key."""
    return found["family"] if is_person(f"{found['given']} {found['family']}") else found["family"].capitalize()


def _is_letters(given: str) -> bool:
    return re.fullmatch(r"[A-Z][a-z]?\.?(?:\s?[A-Z]\.?){0,2}", given) is not None


def _is_turned(found: re.Match[str]) -> bool:
    return is_given(found["given"].split()[0]) and not is_given(found["family"])


def with_people_righted(table: Table) -> Table:
    """The table, its columns of people with the surname first in the other order: as long, a line to a cell."""
    columns = [_column([row[place] for row in table.rows]) for place in range(len(table.rows[0]) if table.rows else 0)]
    rows = tuple(zip(*columns, strict=True))
    return table if rows == table.rows else replace(table, rows=rows)


def _column(cells: list[Cell]) -> list[Cell]:
    texts = [cell.text.strip() for cell in cells]
    told = [text for text in texts if _TURNED.fullmatch(text)]
    right = righted("\n".join(told)).split("\n") if len(told) > 1 else told
    turned = dict(zip(told, right, strict=True)) | {
        text: own for text in texts if (own := with_own_names(text)) != text
    }
    return [
        Cell((replace(cell.lines[0], text=turned[text]),)) if text in turned else cell
        for cell, text in zip(cells, texts, strict=True)
    ]
