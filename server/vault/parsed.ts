import type { Constructs } from '../../graph-schema/views/coverage.ts';

/**
 * What a parser makes of one source, before ids: plain data, offsets UTF-16 into the source's text.
 * Everything later (graph rows, signals, `eval links`) is made from this.
 */
export interface ParsedSource {
  /** relative to the vault, `/` between parts, NFC */
  path: string;
  /** file name without its ending, the name links use */
  name: string;
  title: string;
  hash: string;
  bytes: number;
  mtimeMs: number;
  encoding: string;
  text: string;
  aliases: string[];
  /** further names that links use and nobody is shown: a journal's date in words */
  names?: string[];
  /** names of what its own name says it is a part of, the nearest first: `a.b`, `a` for `a.b.c` */
  within?: string[];
  /** frontmatter and inline tags without `#`, as written */
  tags: string[];
  /** a note's own `uid` property, if it has one */
  uid: string | null;
  at: string | null;
  atFrom: 'property' | 'turn' | 'name' | 'git' | 'file' | null;
  /** scenes[0] is the note itself; a parent stands before its children */
  scenes: ParsedScene[];
  passages: ParsedPassage[];
  links: ParsedLink[];
  mentions: ParsedMention[];
  /** what looks like a link and is none */
  notLinks: ParsedNotLink[];
  problems: ParsedProblem[];
  constructs: Constructs;
}

/** What the rest of its vault and a later reading need to know of a source; kept beside it in the graph. */
export type SourceOutline = Omit<ParsedSource, 'text' | 'passages' | 'mentions' | 'constructs'>;

export interface ParsedScene {
  kind: 'note' | 'section' | 'turn';
  title: string;
  /** index of the scene this is part of, null for the note */
  parent: number | null;
  start: number;
  end: number;
  level: number | null;
  /** a turn's UID */
  uid: string | null;
  speaker: string | null;
  speakerRole: 'person' | 'model' | 'other' | null;
  at: string | null;
  /** block ids (`^id`) that stand in this scene */
  blocks: string[];
}

export interface ParsedPassage {
  /** index into scenes */
  scene: number;
  start: number;
  end: number;
}

export interface ParsedLink {
  /** innermost scene it stands in */
  scene: number;
  kind: 'links_to' | 'cites';
  /** the link's target as written, decoded: `Note`, `folder/Note`, `Note.md`, '' for this note */
  target: string;
  heading: string | null;
  block: string | null;
  embed: boolean;
  /** written as `[[…]]`; else a Markdown link */
  wiki: boolean;
  /** where the link stands, and the words of it that a reader sees */
  start: number;
  end: number;
  shownStart: number;
  shownEnd: number;
  /** the sentence around it: its evidence */
  sentenceStart: number;
  sentenceEnd: number;
}

/** `footnote_twice`: stands in a footnote that was defined before. */
export interface ParsedNotLink {
  start: number;
  end: number;
  reason: 'code' | 'comment' | 'html' | 'math' | 'escaped' | 'empty' | 'footnote_twice';
}

export interface ParsedMention {
  scene: number;
  name: string;
  from: 'tag' | 'code' | 'bold';
  start: number;
  end: number;
}

export interface ParsedProblem {
  code:
    | 'frontmatter_broken'
    | 'frontmatter_script'
    | 'encoding_guessed'
    | 'nul_bytes'
    | 'too_large'
    | 'unreadable'
    | 'long_line'
    | 'not_canvas'
    | 'canvas_parts_lost'
    | 'not_chat'
    | 'not_json'
    | 'pdf_no_text'
    | 'pdf_locked'
    | 'pdf_broken'
    | 'zip_broken'
    | 'zip_bomb'
    | 'filter_slow'
    | 'id_taken';
  values: Record<string, string | number>;
}
