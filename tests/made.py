"""Files of every format that is read, made in code: tests hold no binary files but these."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile

NEWS = {
    "en": "Ferry workers in Port Amity began a strike on Monday 3 June 2024. "
    '"We will wait", said Ana Ruiz, head of the dockers\' union. About 1,200 people stayed at home.',
    "fr": "Les marins de Port-Amitié ont commencé une grève lundi 3 juin 2024. "
    "« Nous attendrons », a déclaré Ana Ruiz, présidente du syndicat. Environ 1 200 personnes sont restées chez elles.",
}
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Strike at Port Amity</title></head>
<body><article><h1>Strike at Port Amity</h1><p>{NEWS["en"]}</p></article></body></html>"""


def pdf(*pages: str, scan: bool = False) -> bytes:
    """A PDF with a text layer, a line of each page a line of it; without text for a scan."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 "
                            b"/BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]  # fmt: skip
    kids = []
    for page in pages:
        moves = b" T* ".join(b"(" + _escaped(line) + b") Tj" for line in page.split("\n"))
        stream = b"" if scan else b"BT /F1 11 Tf 50 780 Td 14 TL " + moves + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects))  # fmt: skip
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _assembled(objects)


def _escaped(line: str) -> bytes:
    return line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(objects: list[bytes], trailer: bytes = b"") -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + head + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, trailer, len(out)
    )  # fmt: skip


def locked_pdf() -> bytes:
    """A PDF that says it is encrypted with a password nobody knows."""
    key = b"<" + b"41" * 32 + b">"
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<00><00>]" % (key, key)
    return _assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"], lock)


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Wire</title><link>https://wire.example/</link><language>en</language>
<item><title>Strike at Port Amity</title><link>https://wire.example/strike</link>
 <pubDate>Mon, 03 Jun 2024 18:30:00 GMT</pubDate><dc:creator>Joan Pike</dc:creator>
 <source url="https://echo.example/rss">Amity Echo</source>
 <description>Short.</description>
 <content:encoded><![CDATA[<p>{NEWS["en"]}</p><p>See <a href="/more">more</a> &amp; wait.</p>]]>
 </content:encoded></item>
<item><title>Grève à Port-Amitié</title><link>https://wire.example/greve</link><pubDate>some day soon</pubDate>
 <description>&lt;p&gt;{NEWS["fr"]} L&amp;#8217;accord &amp;amp; la suite.&lt;/p&gt;</description></item>
<item><link>https://wire.example/nothing</link></item>
</channel></rss>""".encode()

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Quay Planet</title>
<entry><title>Strike</title><id>urn:1</id><link href="https://quay.example/1"/><published>2024-06-03T18:00:00Z</published>
<updated>2024-06-04T09:00:00Z</updated><source><title>Amity Echo</title><id>urn:e</id></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{NEWS["en"]}</p></div></content></entry>
<entry><title>Plain</title><id>urn:2</id>
<summary type="text">{NEWS["en"]} And so on.</summary></entry></feed>""".encode()

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b"]><rss><channel><title>&m;</title><item><description>&m;</description></item></channel></rss>"
)

TELEGRAM = {
    "name": "Port Amity Live", "type": "public_channel", "id": 7,
    "messages": [
        {"id": 1, "type": "service", "date": "2024-06-03T08:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2024-06-03T18:00:00", "from": "Port Amity Live", "text": NEWS["en"]},
        {"id": 3, "type": "message", "date": "2024-06-03T19:00:00", "from": "Port Amity Live",
         "forwarded_from": "Dockers' Union",
         "text": ["Statement: ", {"type": "bold", "text": "the strike goes on"}, " until Friday. ", NEWS["fr"]]},
        {"id": 4, "type": "message", "date": "2024-06-03T20:00:00", "photo": "a.jpg", "text": ""},
    ],
}  # fmt: skip
OUTBOX = {
    "@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection", "totalItems": 2,
    "orderedItems": [
        {"id": "a", "type": "Create", "actor": "https://social.example/users/ana", "published": "2024-06-03T18:00:00Z",
         "object": {"id": "https://social.example/users/ana/1", "type": "Note", "published": "2024-06-03T18:00:00Z",
                    "url": "https://social.example/@ana/1", "attributedTo": "https://social.example/users/ana",
                    "content": f"<p>{NEWS['en']}</p>"}},
        {"id": "b", "type": "Announce", "actor": "https://social.example/users/ana", "object": "https://other.example/2"},
    ],
}  # fmt: skip
TWEETS = "window.YTD.tweets.part0 = " + json.dumps(
    [
        {"tweet": {"id_str": "99", "created_at": "Mon Jun 03 18:00:00 +0000 2024", "full_text": NEWS["en"]}},
        {"tweet": {"id_str": "98", "created_at": "Mon Jun 03 17:00:00 +0000 2024",
                   "full_text": "RT @port_amity: Ferries &amp; buses stand still, said the company on Monday."}},
    ]
)  # fmt: skip
#: Facebook writes the bytes of its UTF-8 as characters.
POSTS = json.dumps(
    [
        {"timestamp": 1717437600, "data": [{"post": NEWS["fr"].encode().decode("latin-1")}], "title": "Ana Ruiz"},
        {"timestamp": 1717437601, "attachments": [{"data": [{"media": {"uri": "a.jpg"}}]}], "data": []},
    ]
)


def zipped(**members: bytes) -> bytes:
    """A zip archive of members; `__` in a name stands for a slash, `_dot_` for a full stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(named(name), raw)
    return out.getvalue()


def named(name: str) -> str:
    """a_dot_txt → a.txt."""
    return name.replace("__", "/").replace("_dot_", ".")


def tarred(**members: bytes) -> bytes:
    """A tar archive of members."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, raw in members.items():
            info = tarfile.TarInfo(named(name))
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return out.getvalue()


def warc(*, gz: bool) -> bytes:
    """A WARC as crawlers write it: a page fetched twice, one in another code page, a picture, an error, a revisit."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gz)
    answers = [
        ("https://echo.example/strike", "200 OK", "text/html; charset=utf-8", PAGE.encode(), "2024-06-03T18:00:00Z"),
        ("https://echo.example/strike", "200 OK", "text/html; charset=utf-8",
         PAGE.replace("1,200", "1,500").encode(), "2024-06-04T18:00:00Z"),
        ("https://echo.example/greve", "200 OK", "text/html; charset=windows-1252",
         f"<p>{NEWS['fr']}</p>".encode("cp1252"), "2024-06-04T18:00:01Z"),
        ("https://echo.example/a.png", "200 OK", "image/png", b"\x89PNG", "2024-06-04T18:00:02Z"),
        ("https://echo.example/gone", "404 Not Found", "text/html", b"<p>Not found</p>", "2024-06-04T18:00:03Z"),
    ]  # fmt: skip
    for url, status, kind, body, seen in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        extra = {"WARC-Date": seen}
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=extra
            )
        )
    writer.write_record(
        writer.create_revisit_record(
            "https://echo.example/strike", "sha1:AAAA", "https://echo.example/strike", "2024-06-03T18:00:00Z"
        )
    )
    return out.getvalue()


def every() -> dict[str, bytes]:
    """{file name: bytes} of one good file a format."""
    table = f'body,pubdate,paper,link\n"{NEWS["en"].replace(chr(34), chr(34) * 2)}",2024-06-03,Amity Echo,https://e.example/1\n'
    row = {"text": NEWS["en"], "date": "2024-06-03"}
    return {
        "a.txt": NEWS["en"].encode(),
        "a.html": PAGE.encode(),
        "a.pdf": pdf(NEWS["en"].replace(". ", ".\n"), "Second page. The strike ended on 7 June 2024, said Ana Ruiz."),
        "feed.rss": RSS,
        "atom.xml": ATOM,
        "crawl.warc": warc(gz=False),
        "crawl.warc.gz": warc(gz=True),
        "pile.jsonl": json.dumps(row).encode() + b"\n",
        "pile.json": json.dumps({"status": "ok", "articles": [row, {"text": NEWS["fr"], "outlet": "Écho"}]}).encode(),
        "pile.csv": table.encode(),
        "pile.tsv": "text\tdate\n{}\t2024-06-03\n".format(NEWS["fr"]).encode("cp1252"),
        "result.json": json.dumps(TELEGRAM).encode(),
        "outbox.json": json.dumps(OUTBOX).encode(),
        "tweets.js": TWEETS.encode(),
        "your_posts_1.json": POSTS.encode(),
        "a.zip": zipped(a_dot_txt=NEWS["en"].encode(), sub__b_dot_html=PAGE.encode(), c_dot_png=b"\x89PNG"),
        "a.tar": tarred(a_dot_txt=NEWS["fr"].encode(), b_dot_pdf=pdf(NEWS["en"])),
        "a.tar.gz": gzip.compress(tarred(a_dot_txt=NEWS["fr"].encode(), b_dot_zip=zipped(c_dot_html=PAGE.encode()))),
        "a.html.gz": gzip.compress(PAGE.encode()),
        "a.txt.bz2": bz2.compress(NEWS["fr"].encode()),
        "a.txt.xz": lzma.compress(NEWS["en"].encode()),
    }
