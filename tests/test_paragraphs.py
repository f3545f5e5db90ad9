"""docs/paragraphs.py: which objects of a dossier rest on a paragraph, told from the places beside its lines."""

from __future__ import annotations

import pytest

from docs.paragraphs import places, renewed

DOSSIER = """# A treaty
## The agreements

- **A1** lake treaty (Aland and Beland) (D0 D1)
  - D0 10-20: “the treaty”
  - **A1.2** *told* It was signed. (D0)
    - D0 28-40: “was signed…”
- **A10** water accord (D0)
  - D0 12-14: “it”
## What happened

- **T1** *told* A ferry sinks. (D0)
  - D0 62-70: “a ferry…”

1 more, told without who did what to whom, in the articles’ words:

- D0 80-90: “It began.”
## How well it is attested

- **S1** *note* Attested (D0)
  - D0 41-49: “a passage”
## Sources

- **D0** one.txt, en
## What was not used

- D0 25-45: “A sentence.”
"""


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("| 1 | 0–28 | The treaty. | A7 |", "A1 A10 · not used"),  # an end is not part of it: A1.2 begins at 28
        ("| 2 | 27–41 | Signed. | – |", "A1.2 · not used"),
        ("| 3 | 41–44 | Only a line of attestation. | T1 |", "not used"),
        ("| 4 | 50–60 | Nothing any more. | T1 |", "–"),
        ("| 5 | 60–90 | The ferry. | – |", "T1 · in the article's words"),
        ("| 5 | 50–60 | Furniture. | set aside |", "set aside"),
        ("| 6 | 10–20 | Kept after all. | set aside |", "A1 A10"),
    ],
)
def test_a_paragraph_has_the_labels_whose_places_meet_it(row: str, cell: str) -> None:
    page = f"As built (build `0000`; a snapshot).\n\n## D0: en, 1 paragraph\n\n{row}\n"
    after = renewed(page, DOSSIER, "abcd")
    assert after.splitlines()[-1] == f"{row.rsplit(' | ', 1)[0]} | {cell} |"
    assert "(build `abcd`" in after


def test_another_article_has_other_places() -> None:
    assert {article for article, *_ in places(DOSSIER)} == {"D0"}
    page = "## D1: fr, 1 paragraph\n\n| 1 | 0–28 | The treaty. | A7 |\n"
    assert renewed(page, DOSSIER, "abcd").endswith("| – |\n")
