/** Cuts a Cypher file into its statements: a `;` in a string, a quoted name or a comment does not cut. */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  let statement = '';
  for (const [piece] of text.matchAll(token)) {
    if (piece === ';') {
      statements.push(statement.trim());
      statement = '';
    } else if (!piece.startsWith('//') && !piece.startsWith('/*')) statement += piece;
  }
  statements.push(statement.trim());
  return statements.filter((one) => one !== '');
}

/** Comments, strings with their escapes, quoted names, the separator, and everything else a character at a time. */
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`(?:``|[^`])*`|;|[^;'"`/]+|[\s\S]/g;
