"""Measuring Dragoman, from outside: nothing in here is part of the product, and the product never imports it.

    corpus    what can be read under a root: coverage, data sets, folders of articles; never the gold
    mapping   records → the items that scorers read; plover: our acts and countries in PLOVER's terms
    clusters  which articles tell one story, until the product groups articles itself
    predict   python -m quality.predict: runs Dragoman over one corpus and writes the items
    scoring   finds corpora with gold, loads the scorers, turns their rows into numbers
    facts     do spans verify, do figures and dates re-derive, are builds byte-identical
    measure   python -m quality.measure: one table beside the numbers of peers.toml; holds floors.json
    perturb   python -m quality.perturb: what the dossier does about texts that were damaged on purpose

Rule of this folder: only `scoring` opens gold, and only after the predictions are made.
"""
