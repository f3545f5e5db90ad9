"""News agencies of the world, and where a text credits one: a dateline, a sign-off, "with AFP"."""

from __future__ import annotations

import re

__all__ = ["AGENCIES", "AGENCY", "DESK", "credited", "photo_agency"]

#: Canonical name → the forms under which copy credits it, in the scripts it is written in.
AGENCIES: dict[str, tuple[str, ...]] = {
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse", "АФП", "法新社", "فرانس برس", "أ ف ب", "AFP通信"),
    "AP": ("AP", "The Associated Press", "Associated Press", "美联社", "أسوشيتد برس"),
    "Reuters": ("Reuters", "REUTERS", "Thomson Reuters", "Рейтер", "路透社", "رويترز", "ロイター"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur", "dpa-AFX"),
    "EFE": ("EFE", "Agencia EFE", "Efe"),
    "Europa Press": ("Europa Press", "EUROPA PRESS"),
    "ANSA": ("ANSA", "Ansa"),
    "TASS": ("TASS", "ТАСС", "ITAR-TASS", "ИТАР-ТАСС", "Tass", "塔斯社"),
    "RIA Novosti": ("RIA Novosti", "РИА Новости", "RIA", "РИА"),
    "Interfax": ("Interfax", "Интерфакс"),
    "Sputnik": ("Sputnik", "Спутник"),
    "Xinhua": ("Xinhua", "Синьхуа", "新华社", "Chine nouvelle", "شينخوا"),
    "KCNA": ("KCNA", "ЦТАК", "조선중앙통신", "朝中社", "Korean Central News Agency"),
    "Yonhap": ("Yonhap", "YONHAP", "연합뉴스", "Ренхап", "韩联社"),
    "Kyodo": ("Kyodo", "Kyodo News", "共同通信", "Киодо"),
    "Jiji": ("Jiji", "Jiji Press", "時事通信"),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI",),
    "IANS": ("IANS",),
    "APA": ("APA",),
    "Keystone-SDA": ("Keystone-SDA", "Keystone-ATS", "ATS", "SDA"),
    "Belga": ("Belga", "BELGA"),
    "ANP": ("ANP",),
    "Ritzau": ("Ritzau",),
    "NTB": ("NTB",),
    "TT": ("TT",),
    "STT": ("STT",),
    "PAP": ("PAP",),
    "ČTK": ("ČTK", "CTK"),
    "MTI": ("MTI",),
    "Tanjug": ("Tanjug", "Танјуг"),
    "HINA": ("HINA", "Hina"),
    "BTA": ("BTA", "БТА"),
    "Agerpres": ("Agerpres", "AGERPRES"),
    "Anadolu": ("Anadolu", "Anadolu Agency", "Agence Anadolu", "Anadolu Ajansı", "الأناضول"),
    "IRNA": ("IRNA",),
    "Tasnim": ("Tasnim",),
    "SANA": ("SANA", "سانا"),
    "WAM": ("WAM", "وام"),
    "Lusa": ("Lusa", "LUSA"),
    "ANSAmed": ("ANSAmed",),
    "AGI": ("AGI",),
    "Adnkronos": ("Adnkronos",),
    "Notimex": ("Notimex",),
    "Télam": ("Télam", "Telam"),
    "Prensa Latina": ("Prensa Latina",),
    "UPI": ("UPI",),
    "Bloomberg": ("Bloomberg",),
    "PA": ("PA Media", "Press Association"),
    "CP": ("The Canadian Press", "La Presse canadienne", "La Presse Canadienne"),
    "AAP": ("AAP",),
    "Ukrinform": ("Ukrinform", "Укринформ", "Укрінформ"),
    "UNIAN": ("UNIAN", "УНИАН", "УНІАН"),
    "BelTA": ("BelTA", "БелТА"),
    "Kazinform": ("Kazinform", "Казинформ"),
    "epd": ("epd",),
    "KNA": ("KNA",),
    "SID": ("SID",),
    "Agencia Brasil": ("Agência Brasil",),
    "Antara": ("Antara", "ANTARA"),
    "Bernama": ("Bernama", "BERNAMA"),
    "VNA": ("VNA", "TTXVN"),
}
#: Names that sign pictures only.
PICTURES = (
    "Getty Images", "Getty", "EPA", "EPA-EFE", "Shutterstock", "imago", "IMAGO", "picture alliance", "picture-alliance",
    "Alamy", "Sipa", "SIPA", "Abaca", "ABACA", "MAXPPP", "Maxppp", "Zuma Press", "ZUMA", "NurPhoto", "iStock",
    "AdobeStock", "Adobe Stock", "Magnum", "KNS", "POOL", "Pool", "pool", "Handout", "HANDOUT", "UGC", "Hans Lucas",
    "Panos", "Contour", "Wikimedia", "Wikipedia", "Wikimedia Commons", "Twitter", "Telegram", "Maxar",
    "Planet Labs", "AP Photo", "dpa-Bildfunk", "Bildfunk", "Unsplash", "Pixabay", "Pexels", "Flickr", "CC BY", "DR",
)  # fmt: skip

_DESK_LINE = 60  # letters of a line that tells which desk wrote a text, and with which agency
_CAPITALS = 5  # letters from which a name in capitals is still a name: ИНТЕРФАКС, SPUTNIK
_CANONICAL = {form: name for name, forms in AGENCIES.items() for form in forms}
_CANONICAL |= {form.upper(): name for form, name in _CANONICAL.items() if len(form) >= _CAPITALS}


def _any(forms: list[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


AGENCY = re.compile(rf"(?<!\w)(?:{_any(list(_CANONICAL))})(?!\w)")  # Agence France-Presse, РИА Новости
photo_agency = re.compile(rf"(?<!\w)(?:{_any([*_CANONICAL, *PICTURES])})(?!\w)")  # KCNA VIA KNS / AFP

# (Reuters) - · (EFE).- · /ТАСС/ · (AP) — at the head; (AFP) · /PAP/ at the end
_MARKED = re.compile(r"[(/\[]\s*(?:[cс©]\)\s*)?([^()/\[\]]{2,60}?)\s*[)/\]]")
# © РИА Новости · (с) ТАСС
_OWNED = re.compile(r"(?:©|\([cс]\))\s*([^,;.()\n]{2,40})", re.IGNORECASE)
# Avec AFP · with information from Reuters · mit Material von dpa · con información de EFE · по материалам ТАСС
_JOINED = (
    r"(?:avec|with|mit|con|z|met|com|со?|по материалам|source|sources|quelle|fuente|fonte|fonti|bron|źródło|kaynak|"
    r"источник|джерело)"
    r"(?:\s*:|\s+(?:l'|la|le|the|der|die|informaci[oó]n(?:es)? de|material(?:ien)? (?:von|der)|agenturmaterial von|"
    r"informationen (?:von|der)|files from|inputs? from|reporting (?:from|by)|information from|"
    r"(?:des )?informations (?:de l[’']|de|d[’'])|informaç(?:ão|ões) d[aeo]s?|informazioni d[ai]|informatie van|"
    r"agences?|les agences|agencies)){0,2}"
    r"[\s:(']*([^.;\n]{2,60})"
)
_WITH = re.compile(rf"(?<!\w){_JOINED}", re.IGNORECASE)  # in a byline: La rédaction avec AFP
DESK = re.compile(rf"^[^,.:;!?\n]{{2,40}}, {_JOINED}$", re.IGNORECASE)  # Rédaction Afrique, avec Reuters
_ALONE = re.compile(
    rf"(?:^|[(\[–—·|-])\s*(?:{_JOINED}|(?:par|by|von|por)\s+([^.;\n]{{2,60}}))", re.IGNORECASE
)  # in a text

_DATED = re.compile(
    rf"^[^\n]{{2,60}}?\s[—–-]\s*({AGENCY.pattern})\s*[.,:—–-]"  # МОСКВА, 1 авг — РИА Новости.
    rf"|^[^\n]{{2,40}}?\d[^\n]{{0,20}}?\.\s*({AGENCY.pattern})\s*[—–-]\s",  # Рейкьявик. 14 января. ИНТЕРФАКС -
    re.MULTILINE,
)


_DAY = re.compile(r"\d{1,2}[./-]")  # a line that begins with a day

#: Agencies whose letters mean too much elsewhere: told only behind a place in capitals that opens a line, KONYA (AA) -
_OPENERS = {
    "AA": "Anadolu", "SPA": "SPA", "QNA": "QNA", "KUNA": "KUNA", "MAP": "MAP", "TAP": "TAP", "APS": "APS",
    "NAN": "NAN", "GNA": "GNA", "MENA": "MENA", "BSS": "BSS", "PNA": "PNA",
}  # fmt: skip
# The Associated Press contributed to this report. · L'AFP a contribué à cet article.
_HELPED = re.compile(r"ontribu|zu diesem")  # a quick look before the pattern
_CONTRIBUTED = re.compile(
    r"(?:^|[.;(]\s?)([^.;(\n]{2,60}?) (?:contributed (?:to this|reporting)|(?:a|ont) contribué à|contribuy(?:ó|eron) a "
    r"est|(?:hat|haben) zu diesem|contribu(?:iu|íram) para est)",
    re.IGNORECASE,
)
_OPENED = re.compile(
    rf"^(?:[^\W\d_a-zà-ÿа-я]+[ /'’-]?){{1,4}}(?:,[^\n(]{{2,30}})? ?\(({'|'.join(_OPENERS)})\)", re.MULTILINE
)


def _names(words: str) -> list[str]:
    """Canonical agencies of a phrase that holds nothing but agencies, joins and initials; else none."""
    found = [_CANONICAL[match[0]] for match in AGENCY.finditer(words)]
    rest = re.findall(r"\w+", AGENCY.sub(" ", words))
    if found and sum(len(word) for word in rest) <= 3 * len(found) + 6:
        return found
    first, comma, _ = words.partition(",")
    return _names(first) if comma else []  # AP, traduzione redazionale


def credited(head: str, tail: str, *, byline: str = "") -> tuple[str, ...]:
    """Agencies that a byline and an article's first and last lines credit as its source, in order of appearance."""
    names = [name for match in _WITH.finditer(byline) for name in _names(match[1])] or _names(byline)
    for match in _MARKED.finditer(head[:900]):
        names += _names(match[1])
    names += [name for match in _DATED.finditer(head[:900]) for name in _names(match[1] or match[2])]
    names += [_OPENERS[match[1]] for match in _OPENED.finditer(head[:900])] if "(" in head[:900] else []
    for line in (*head.splitlines()[:8], *tail.splitlines()[-8:]):
        line = line.strip()
        if len(line) <= 220:
            told = _CONTRIBUTED.finditer(line) if _HELPED.search(line) else ()
            desk = DESK.finditer(line) if len(line) <= _DESK_LINE else ()
            for match in (*_ALONE.finditer(line), *_OWNED.finditer(line), *told, *desk):
                names += [name for words in match.groups() if words for name in _names(words)]
        if len(line) <= 40:
            last = re.split(r"[|·•]", line)[-1] if _DAY.match(line) else line  # 21.08.2023, 18:40 Uhr | dpa
            names += _names(last.strip("()[]/ .-—–"))
        if line.endswith((")", "/", ").")):
            marked = list(_MARKED.finditer(line))[-1:]
            names += _names(marked[0][1]) if marked else []
    return tuple(dict.fromkeys(names))
