"""Distinct note -> note links of an Obsidian vault, counted apart from the product: standard library only, by Obsidian's published rules.

Usage: count_links.py FOLDER. Prints a JSON line for each pair: ["link", [note, note, ways it is written]], or ["no link", [note, note, reasons]]
for what only stands where Obsidian sees no link (code, remarks, HTML, formulas, templates, words inside a property) or names a note by its alias.
"""

import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote

FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")
ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
QUOTE = re.compile(r"(?: {0,3}> ?)+")
HTML_NAMES = (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol "
    "optgroup option p param search section summary table tbody td tfoot th thead title tr track ul"
).replace(" ", "|")
HTML_BLOCK = re.compile(rf" {{0,3}}</?(?:{HTML_NAMES})(?:[\s>]|/>|$)", re.I)
HTML_ALONE = re.compile(r" {0,3}(?:<[a-z][\w-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>|</[a-z][\w-]*\s*>)\s*$", re.I)
HTML_RAW = re.compile(r" {0,3}<(script|pre|style|textarea)(?:[\s>]|$)", re.I)
INLINE = (
    ("template", re.compile(r"<%.*?%>", re.S)),
    ("comment", re.compile(r"%%.*?(?:%%|\Z)", re.S)),
    ("comment", re.compile(r"<!--.*?-->", re.S)),
    ("math", re.compile(r"\$\$.*?\$\$", re.S)),
    ("math", re.compile(r"(?<![\\$\w])\$(?![\s$])[^$\n]*?(?<![\s\\])\$(?![\d$])")),
)
WIKI = re.compile(r"(!?)(?<!\\)\[\[((?:(?!\[\[|\]\])[^\n])+)\]\]")
DEFINITION = re.compile(r"^ {0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]*(?:<([^>\n]*)>|(\S+))", re.M)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)


def blank(text, start, end):
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


class Note:
    """A note's text with everything blanked in which Obsidian sees no links; `hidden` holds what was blanked, with why."""

    def __init__(self, text):
        self.hidden = []
        self.aliases = []
        self.properties = ""
        front = re.match(r"---[ \t]*\n(.*?)(?:^)---[ \t]*(?:\n|\Z)", text, re.S | re.M)
        if front:
            self.properties = front.group(1)
            self.aliases = aliases_in(self.properties)
            text = blank(text, 0, front.end())
        self.text = self.without_inline(self.without_blocks(text))

    def without_blocks(self, text):
        """Fenced and indented code and HTML blocks, line by line; lists and quotes move where a line begins."""
        at, was_blank, fence, html, contents = 0, True, None, None, []
        spans = []
        for line in text.splitlines(keepends=True):
            start, at = at, at + len(line)
            quote = QUOTE.match(line)
            marks = quote.group().count(">") if quote else 0
            words = line[quote.end():] if quote else line
            indent = len(words.expandtabs(4)) - len(words.expandtabs(4).lstrip(" "))
            bare = words.strip()
            if fence and marks < fence[1]:
                fence = None
            if fence:
                spans.append((start, at, "code"))
                if re.fullmatch(rf"{re.escape(fence[0][0])}{{{len(fence[0])},}}", bare):
                    fence = None
                was_blank = False
                continue
            if html:
                spans.append((start, at, "html"))
                if (html == "blank" and bare == "") or (html != "blank" and html in line.lower()):
                    html = None
                was_blank = bare == ""
                continue
            if bare == "":
                was_blank = True
                continue
            while contents and indent < contents[-1]:
                contents.pop()
            within = contents[-1] if contents else 0
            if was_blank and indent - within >= 4:
                spans.append((start, at, "code"))
                continue
            rest = bare
            while (item := ITEM.match(rest)) and not re.fullmatch(r"([-*_])(?:[ \t]*\1){2,}", rest):
                within += item.end()
                contents.append(indent + item.end() if not contents else max(contents[-1], indent) + item.end())
                rest = rest[item.end():]
            opening = FENCE.match(rest)
            if opening:
                fence = (opening.group(), marks)
                spans.append((start, at, "code"))
            elif raw := HTML_RAW.match(words):
                html = f"</{raw.group(1).lower()}>"
                spans.append((start, at, "html"))
                html = None if html in words.lower() else html
            elif HTML_BLOCK.match(words) or (was_blank and HTML_ALONE.match(words)):
                html = "blank"
                spans.append((start, at, "html"))
            was_blank = False
        return self.hide(text, spans)

    def without_inline(self, text):
        spans = []
        for part in re.finditer(r"(?:(?!^[ \t>]*$|^[ \t>]*(?:[-*+]|\d+[.)])[ \t]|^[ \t>]*\||^#).*\n?)+|.*\n?", text, re.M):
            words, at = part.group(), 0
            while run := re.compile(r"(?<!\\)`+").search(words, at):
                close = re.compile(rf"(?<!`){run.group()}(?!`)").search(words, run.end())
                at = close.end() if close else run.end()
                if close:
                    spans.append((part.start() + run.start(), part.start() + at, "code"))
        text = self.hide(text, spans)
        for reason, pattern in INLINE:
            text = self.hide(text, [(*found.span(), reason) for found in pattern.finditer(text)])
        return text

    def hide(self, text, spans):
        for start, end, reason in spans:
            if "[" in text[start:end]:
                self.hidden.append((reason, text[start:end]))
            text = blank(text, start, end)
        return text


def aliases_in(properties):
    found = re.search(r"^alias(?:es)?:[ \t]*(.*(?:\n[ \t]*-.*|\n[ \t]+.*)*)", properties, re.M | re.I)
    if not found:
        return []
    parts = re.split(r"\n[ \t]*-|,", found.group(1).strip("[] \n"))
    return [part.strip(" \t\n-\"'[]") for part in parts]


def links_in(text):
    """(target, way) of everything written as a link; the target as it stands, without heading and shown words."""
    for found in WIKI.finditer(text):
        target = re.split(r"\\?\||#", found.group(2), maxsplit=1)[0]
        yield target, "embed" if found.group(1) else "wikilink"
    text = WIKI.sub(lambda found: " " * len(found.group()), text)
    definitions = {}
    for found in DEFINITION.finditer(text):
        definitions.setdefault(label(found.group(1)), found.group(2) or found.group(3) or "")
    for open_, close in brackets(text):
        after = text[close + 1:close + 2]
        inline = destination(text, close + 2) if after == "(" else None
        if inline is not None:
            yield markdown_target(inline), "markdown"
        elif definitions and after != ":":
            second = re.compile(r"\[([^\[\]\n]*)\]").match(text, close + 1)
            name = second.group(1) if second and second.group(1) else text[open_ + 1:close]
            if label(name) in definitions:
                yield markdown_target(definitions[label(name)]), "reference"


def brackets(text):
    opened = []
    for found in re.finditer(r"\\.|\[|\]|\n[ \t]*\n", text, re.S):
        mark = found.group()
        if mark == "[":
            opened.append(found.start())
        elif mark == "]" and opened:
            yield opened.pop(), found.start()
        elif "\n" in mark:
            opened.clear()


def destination(text, at):
    angle = re.compile(r"[ \t]*<([^<>\n]*)>").match(text, at)
    if angle:
        return angle.group(1)
    depth, end = 0, at
    while end < len(text) and text[end] != "\n":
        if text[end] == "(":
            depth += 1
        elif text[end] == ")":
            depth -= 1
            if depth < 0:
                words = re.sub(r"""[ \t]+(?:"[^"]*"|'[^']*')[ \t]*$""", "", text[at:end]).strip()
                return None if re.search(r"\s", words) else words
        elif text[end] == "\\":
            end += 1
        end += 1
    return None


def markdown_target(written):
    if SCHEME.match(written):
        return ""
    return unquote(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", written).split("#")[0])


def label(words):
    return " ".join(words.split()).casefold()


def key(path):
    return unicodedata.normalize("NFC", path).replace("\u00a0", " ").lower()


class Vault:
    def __init__(self, folder):
        root = Path(folder)
        found = (file.relative_to(root) for file in root.rglob("*") if file.is_file() and file.suffix.lower() == ".md")
        self.paths = sorted(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))
        self.notes = {path: Note((root / path).read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")) for path in self.paths}
        self.by_name = defaultdict(list)
        self.by_alias = defaultdict(set)
        for path in self.paths:
            self.by_name[key(path).rsplit("/", 1)[-1]].append(path)
            for alias in self.notes[path].aliases:
                self.by_alias[key(alias)].add(path)

    def resolve(self, target, source):
        """The note that a link's words mean: a whole path first, then below the source's folder, then the shortest path (as observed on 1.13)."""
        words = key(target.strip())
        if words == "":
            return None
        words = words if words.endswith(".md") else f"{words}.md"
        folder = key(source).rpartition("/")[0]
        if re.match(r"\.\.?/", words):
            words = joined(folder, words)
        ends = [path for path in self.by_name[words.rsplit("/", 1)[-1]] if f"/{key(path)}".endswith("/" + words.lstrip("/"))]
        whole = [path for path in ends if key(path) == words.lstrip("/")]
        if whole or words.startswith("/"):
            return whole[0] if whole else None
        near = [path for path in ends if folder and key(path).startswith(folder + "/")]
        return min(near or ends, key=lambda path: (len(path), path), default=None)

    def by_its_alias(self, target):
        named = self.by_alias.get(key(target.strip()), set())
        return next(iter(named)) if len(named) == 1 else None


def joined(folder, relative):
    parts = folder.split("/") if folder else []
    for part in relative.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)


def count(folder):
    vault = Vault(folder)
    links, not_links = defaultdict(set), defaultdict(set)

    def take(pairs, source, target, way):
        found = vault.resolve(target, source)
        if found is not None and found != source:
            pairs[source, found].add(way)
        return found

    for source, note in vault.notes.items():
        for target, way in links_in(note.text):
            if take(links, source, target, way) is None and (named := vault.by_its_alias(target)) not in (None, source):
                not_links[source, named].add("alias")
        for found in WIKI.finditer(note.properties):
            target = re.split(r"\||#", found.group(2), maxsplit=1)[0]
            around = note.properties[found.start() - 1:found.start()] + note.properties[found.end():found.end() + 1]
            is_value = around in ('""', "''")
            take(links if is_value else not_links, source, target, "property" if is_value else "words in a property")
        for reason, words in note.hidden:
            for target, _ in links_in(words):
                take(not_links, source, target, reason)
    for pair, ways in links.items():
        yield "link", [*pair, sorted(ways)]
    for pair, ways in not_links.items():
        if pair not in links:
            yield "no link", [*pair, sorted(ways)]


if __name__ == "__main__":
    for found in count(sys.argv[1]):
        print(json.dumps(found, ensure_ascii=False))
