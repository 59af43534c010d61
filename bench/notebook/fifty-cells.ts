/** A notebook of fifty cells of every kind that needs no model: text, and questions, maps, charts and Cypher that use each other. */
export function fiftyCells(): string {
  const parts = Array.from({ length: 5 }, (_, at) => part(at)).flat();
  return ['---', 'scenefield: notebook', 'title: Fifty cells', '---', '', ...parts].join('\n');
}

function part(at: number): string[] {
  const cell = (line: string, words: readonly string[] = []) => [
    '```scenefield ' + line,
    ...words,
    '```',
    '',
  ];
  const prose = (text: string) => ['<!-- cell -->', text, ''];
  return [
    ...prose(`## Part ${at}\n\nText with [[links]], **weight** and a list:\n\n- one\n- two\n- three`),
    ...cell(`question $notes${at} scenes=note order=links limit=${20 + at}`),
    ...cell(`chart from=$notes${at} x=region`),
    ...cell(`map from=$notes${at}`),
    ...prose('What these lean on. '.repeat(20).trim()),
    ...cell(`cypher $leans${at}`, [
      `UNWIND $notes${at} AS row`,
      'MATCH (s:Scene {rootId: row.scene.id})-[:LINKS_TO]->(t:Scene)',
      'RETURN t AS scene, count(*) AS links ORDER BY links DESC, scene.title LIMIT 200',
    ]),
    ...cell(`chart from=$leans${at} y=links mark=line`),
    ...cell('search limit=10', [`заметка ${at}`]),
    ...(at % 2 === 0 ? cell('gap limit=8') : cell('map')),
    ...(at % 2 === 0 ? cell(`pack from=$notes${at}`) : cell('proposals')),
  ];
}
