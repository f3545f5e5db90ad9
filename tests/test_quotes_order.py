"""Who says it where only the order of words is known: no parser, a few verbs of saying. A case is news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Reading
from tests.telling import Told, told

Make = Callable[..., Reading]

# (language, text, [(kind, words, speaker)])
SAID: list[tuple[str, str, list[Told]]] = [
    (
        "tr",
        'ANKARA (AA) - Toplantıyı Ticaret Bakanı Ömer Bolat açtı. Bolat, "Tahıl koridoru yeniden açılacak" dedi.',
        [("direct", "Tahıl koridoru yeniden açılacak", "Ömer Bolat")],
    ),
    (
        "tr",
        'Ticaret Bakanı Ömer Bolat, toplantıda yaptığı konuşmada, "Gemiler yola çıktı" ifadesini kullandı.',
        [("direct", "Gemiler yola çıktı", "Ömer Bolat")],
    ),
    (
        "tr",
        'İçişleri Bakanı Ali Yerlikaya, aramaların sürdüğünü söyledi. "Umudumuz var" dedi.',
        [("indirect", "aramaların sürdüğünü", "Ali Yerlikaya"), ("direct", "Umudumuz var", "Ali Yerlikaya")],
    ),
    (
        "tr",
        "Tarım ve Orman Bakanı İbrahim Yumaklı görevden ayrılmayacağını belirtti.",
        [("indirect", "görevden ayrılmayacağını", "İbrahim Yumaklı")],
    ),
    (
        "tr",
        'Muhalefet lideri Özgür Özel ise hükümeti suçladı: "Bu kararın bedeli ödenecek."',
        [("direct", "Bu kararın bedeli ödenecek.", "Özgür Özel")],
    ),
    # Whose words these are, nothing tells: no name, a case ending, a word between marks that nobody says.
    ("tr", 'Toplantıda, "Gemiler yola çıktı" dedi.', [("direct", "Gemiler yola çıktı", None)]),
    ("tr", 'Anlaşma "tarihi" olarak nitelendi.', [("scare", "tarihi", None)]),
    ("tr", "Yasanın yakında çıkacağını söyledi.", []),
    (
        "nl",
        '"De dijken houden stand", zei minister Mark Harbers in Zwolle. "We blijven waakzaam", zei hij.',
        [("direct", "De dijken houden stand", "Mark Harbers"), ("direct", "We blijven waakzaam", "Mark Harbers")],
    ),
    (
        "nl",
        'In Den Haag zei premier Dick Schoof: "Het akkoord wordt getekend."',
        [("direct", "Het akkoord wordt getekend.", "Dick Schoof")],
    ),
    ("nl", 'De film "De Oost" zei hem niets.', [("scare", "De Oost", None)]),
    (
        "pl",
        "„Wały wytrzymały” – powiedział premier Donald Tusk po naradzie. „Czekamy na falę” – dodał.",
        [("direct", "Wały wytrzymały", "Donald Tusk"), ("direct", "Czekamy na falę", "Donald Tusk")],
    ),
    (
        "uk",
        "«Порти працюють», — сказав міністр Олександр Кубраков. Міністр додав: «Чекаємо на кораблі».",
        [("direct", "Порти працюють", "Олександр Кубраков"), ("direct", "Чекаємо на кораблі", "Міністр")],
    ),
    (
        "ar",
        'قال وزير التجارة علي المصيلحي: "وصلت السفن". وأضاف: "الأسعار مستقرة".',
        [
            ("direct", "وصلت السفن", "وزير التجارة علي المصيلحي"),
            ("direct", "الأسعار مستقرة", "وزير التجارة علي المصيلحي"),
        ],
    ),
    (
        "zh",
        "外交部发言人毛宁10日在北京说：“我们欢迎这项协议。”“谈判将继续”，毛宁表示。电影“和平”上映。",
        [
            ("direct", "我们欢迎这项协议。", "外交部发言人毛宁"),
            ("direct", "谈判将继续", "毛宁"),
            ("scare", "和平", None),
        ],
    ),
    (
        "ja",
        "石破茂首相は「協定を歓迎する」と述べた。映画「平和」が公開された。",
        [("direct", "協定を歓迎する", "石破茂首相"), ("scare", "平和", None)],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_said(language: str, text: str, expected: list[Told], r: Make) -> None:
    assert told(r(text, lang=language)) == expected
