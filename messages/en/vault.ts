/** What the reading of a vault reports, by the codes of `server/vault`. */
export const vault = {
  /** why a file was not read, or what is worth knowing about one that was */
  skipped: {
    unreadable: 'could not be read',
    too_large: 'larger than what is read: 16 MB of a note, 256 MB of a PDF, 64 MB of one talk in an export',
    nul_bytes: 'holds bytes that are no text',
    encoding_guessed: 'read with a guessed encoding (windows-1251 or UTF-16): please check the letters',
    frontmatter_broken: 'its properties are not valid YAML; read without them',
    not_canvas: 'its name says canvas, but it holds none; not read',
    canvas_parts_lost: 'some cards or arrows lead nowhere or are of a kind not known here; read without them',
    not_chat: 'looks like a chat export by its name, but holds no chats known here; not read',
    not_json: 'is not whole JSON; what came before the fault is read',
    zip_broken: 'the zip is damaged or its names are impossible; not read',
    zip_bomb: 'the zip would unpack to something enormous; not read',
    filter_slow:
      'a regular expression among the excluded files takes too long and excludes nothing; please simplify it in Obsidian',
    pdf_no_text: 'this PDF holds pictures of text and no text; run it through text recognition first',
    pdf_locked: 'this PDF asks for a password; save it without one to have it read',
    pdf_broken: 'this PDF is damaged; not read',
    frontmatter_script: 'its properties are a script, which is never run; read without them',
    id_taken: 'another note has the same id; this one got its own',
    long_line: 'has a very long line',
  },
  /** why a [[…]] is not a link */
  notLink: {
    code: 'in code',
    comment: 'in a comment',
    html: 'in HTML',
    math: 'in a formula',
    escaped: 'escaped by a backslash',
    empty: 'empty',
    footnote_twice: 'in a footnote that is defined twice',
    attachment: 'a picture or another file',
    excluded: 'a note on Obsidian’s list of excluded files',
    skipped: 'a note that was not read',
    self: 'leads to where it stands',
    block_missing: 'no note has that block',
  },
  ignored: {
    hidden: '{count, plural, one {# hidden file or folder} other {# hidden files and folders}}',
    excluded: '{count, plural, one {# note excluded in Obsidian} other {# notes excluded in Obsidian}}',
    links: '{count, plural, one {# symbolic link} other {# symbolic links}}',
  },
};
