"""Prints stories as their readers saw them, with the gold: python -m quality.sets.lineage [NAME …]."""

from __future__ import annotations

import sys

from quality.sets.lineage.stories import load

if __name__ == "__main__":
    for story in load():
        if sys.argv[1:] and story.name not in sys.argv[1:]:
            continue
        print(f"=== {story.name}: {story.about}\n    origins: {' | '.join(' '.join(sorted(o)) for o in story.origins)}")
        for tie in story.ties:
            sign = ">" if tie.directed else "?"
            print(f"    {tie.first} {sign} {tie.second}: {', '.join(sorted(tie.relations))}")
        for text in story.texts:
            print(
                f"\n--- {text.id} · {text.language} · {text.outlet} · {text.date or 'undated'} {text.url}\n{text.words}"
            )
