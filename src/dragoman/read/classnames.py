"""Words in classes and ids by which pages name their parts."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["BODY", "BYLINE", "CAPTION", "STANDFIRST", "furniture_name", "inline_name", "split_name"]

HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\s]+")  # articleBody, article_body → article-body
#: Reason for leaving a part out → the words that name it, whole words between hyphens.
NAMED: tuple[tuple[str, str], ...] = (
    (
        "comment",
        r"comments?|disqus|commentaires?|kommentare?|comentarios?|commenti|komentarze|reacties|yorumlar|respond|replies|"
        r"discussion",
    ),
    (
        "share-bar",
        r"share|shares|sharing|sharebar|social|socials|addthis|addtoany|sharedaddy|sociallinks|tweet|follow|"
        r"partage|compartir",
    ),
    (
        "read-also",
        r"related|relateds|recommend(?:ed|ation|ations)?|recirc\w*|read-?more|readmore|"
        r"more-?(?:stories|news|on|from)|also-?(?:read|like)|see-?also|most-?(?:read|popular|viewed)|popular|"
        r"trending|latest|similar|associated|outbrain|taboola|teasers?|promo|promos|promoted|"
        r"next-?(?:post|article|story)|prev(?:ious)?-?(?:post|article)|post-navigation|up-?next|aside|sidebar|"
        r"rail|recent-?posts?|jeg_inline_related\w*|yarpp\w*|jp-relatedposts|crp_related|interstitial|"
        r"inline-?(?:related|promo|links?)|linkbox|infobox-?links|lire-?aussi|topic-?list",
    ),
    (
        "advertisement",
        r"ads?|advert|advertisement|advertising|adbox|ad-?(?:slot|unit|wrapper|container)|dfp|sponsor(?:ed|s)?|"
        r"publicite|publicidad|werbung|anzeige|google-?ads?|banner|commercial",
    ),
    (
        "plea",
        r"newsletters?|subscribe|subscription|subscriptions|signup|sign-?up|paywall|login|log-?in|register|"
        r"registration|membership|donate|donation|regwall|optin|mailing-?list|cta|call-?to-?action|app-?promo",
    ),
    (
        "cookies",
        r"cookies?|consent|gdpr|onetrust|didomi|cmp",
    ),
    (
        "navigation",
        r"nav|navbar|navigation|menu|menus|breadcrumbs?|pagination|pager|skip|skiplink|masthead|topbar|toolbar|"
        r"site-?header|global-?header|header-?nav|ticker|search|searchform|tabs",
    ),
    (
        "footer",
        r"footer|colophon|copyright|disclaimer|site-?info|rodape|stopka|fusszeile|pied-de-page|pie-(?:de-)?pagina|sidfot",
    ),
    (
        "keywords",
        r"tags|tag-?(?:list|links|cloud)|taglist|keywords|topics|categories|cat-?links|article-?tags|post-?tags",
    ),
    (
        "byline",
        r"author-?(?:bio|box|info|card)|about-?(?:the-)?author|bio|biography|byline|byline\w*|author|authors|"
        r"dateline|post-?meta|entry-?meta|article-?meta|meta-?info|timestamp|pub-?date|published|posted-?on|"
        r"article-?(?:info|date)|date|dates|time",
    ),
    (
        "photo-credit",
        r"photo-?credit|image-?credit|img-?credit|credits?|photographer|copyright-?holder",
    ),
    (
        "widget",
        r"widget|widgets|popup|pop-?up|modal|overlay|lightbox|tooltip|rating|ratings|vote|poll|quiz|print-?only|"
        r"visually-?hidden|sr-?only|screen-?reader(?:-text)?|hidden|hide|assistive|offscreen|a11y",
    ),
)
_NAMES = tuple((why, re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z0-9])")) for why, words in NAMED)


def _named(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")


BODY = _named(
    r"(?:article|story|post|entry|news|content|main|page|single|blog)-?(?:__)?-?(?:body|content|text|"
    r"copy|inner|main|detail|details|article)|articlebody|storybody|story-?content|bodytext|body-?copy|"
    r"maincontent|article-?(?:wrap|page|container)|text-?body|rich-?text|td-post-content|wysiwyg|cuerpo|"
    r"artikel-?text"
)
CAPTION = _named(r"captions?|figcaption|wp-caption-text|legend|image-?desc\w*|bildunterschrift|legende")
STANDFIRST = _named(
    r"standfirst|stand-?first|chapo|chapeau|deck|dek|sub-?(?:title|head|heading|headline)|lead|lede|intro|"
    r"summary|excerpt|abstract|entradilla|bajada|teaser-?text|perex|anons|kicker-?text"
)
BYLINE = _named(
    r"by-?line\w*|authors?|auteurs?|autor(?:es|a)?|signature|firma|meta|post-?meta|entry-?meta|article-?meta|"
    r"date-?line|date|pub-?date|publi\w*|timestamp|time"
)


@lru_cache(maxsize=4096)
def split_name(label: str) -> str:
    """A class or id with hyphens between its words, in small letters."""
    return HUMPS.sub("-", label).lower()


#: Boxes that a page shows only when the pointer rests on a word, and words for screen readers.
FLOATING = re.compile(
    r"(?<![a-z0-9])(?:(?:rollover|popover|tooltip|hover-?card)(?:-[a-z]+)*-(?:block|content|box|body|card|text)|"
    r"visually-?hidden|sr-only|screen-reader(?:-text)?)(?![a-z0-9])"
)


def inline_name(label: str) -> str:
    """Why words inside a sentence are no part of it, "" when the name of their span does not say so."""
    return "widget" if FLOATING.search(split_name(label)) else ""


@lru_cache(maxsize=4096)  # a page repeats its few names on thousands of parts
def furniture_name(label: str) -> str:
    """Why a part with this class and id is furniture, "" when its name does not say so."""
    name = split_name(label)
    if CAPTION.search(name):
        return ""
    body = BODY.search(name) is not None
    for why, pattern in _NAMES:
        if pattern.search(name) and (not body or why in ("comment", "read-also", "advertisement")):
            return why
    return ""
