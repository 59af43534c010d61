import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { corpusOf } from '../testing/corpus-of.ts';
import { buildCorpusIndex } from '../signals/corpus-index.ts';
import { isExact, readEvidence } from './check-evidence.ts';
import { findCue } from './find-cue.ts';
import { createFindEvidence } from './find-evidence.ts';
import { PassageId } from '../../../graph-schema/ids.ts';

const words = constantFrom(
  'граф',
  'заметки',
  'связь',
  'note',
  'links',
  '**bold**',
  '> ',
  '- ',
  '\n',
  '\n\n',
  '[[B|сюда]]',
  '`x`',
  '🌿',
  '.',
  '…',
  'ё',
);
const texts = array(words, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(' '));

test('no quote is a line that many notes share, or a comment', () => {
  const footer = '\n\n<span>[Edit In GitHub](x) about the garden and its paths</span>\n';
  const filler = Object.fromEntries(
    Array.from({ length: 4 }, (_, at) => [`N${at}`, `Words ${at}.${footer}`]),
  );
  const corpus = corpusOf({
    A: `Here we grow beans by the south wall. %% The garden is a template. %%${footer}`,
    Garden: `Beans grow well by a wall.${footer}`,
    ...filler,
  });
  const quotes = createFindEvidence(buildCorpusIndex(corpus))(0, 1);
  const [note] = corpus.notes;
  expect(note?.text.slice(quotes?.from.start, quotes?.from.end)).toBe(
    'Here we grow beans by the south wall.',
  );
});

test('a note that is named is shown by what it says of itself, not by words that happen to stand in both', () => {
  const corpus = corpusOf({
    Tabs: 'Open the command palette, press a button and choose to move the pane.',
    'Command palette':
      'You can run anything from here. The command palette finds what you can do. Press a button to choose a command of the pane.',
    Pins: 'Something about pins and needles.',
  });
  const quotes = createFindEvidence(buildCorpusIndex(corpus))(0, 1);
  const text = corpus.notes[1]?.text ?? '';
  expect(text.slice(quotes?.to.start, quotes?.to.end)).toBe('The command palette finds what you can do.');
});

test('whatever the notes hold, a quote is a verbatim slice inside its passage', () => {
  assert(
    property(texts, texts, (a, b) => {
      const corpus = corpusOf({ A: a, B: b, Граф: 'Граф связывает заметки.' });
      const find = createFindEvidence(buildCorpusIndex(corpus));
      for (const [source, target] of [
        [0, 2],
        [1, 0],
        [2, 1],
      ] as const) {
        const quotes = find(source, target);
        if (quotes === null) continue;
        for (const [side, at] of [
          ['from', source],
          ['to', target],
        ] as const) {
          const note = corpus.notes[at];
          const passage = note?.passages[0];
          if (note === undefined || passage === undefined) throw new Error('no note');
          const place = { side, path: note.path, ...quotes[side], passageId: PassageId.parse(passage.id) };
          expect(isExact(readEvidence(note.text, place), note.text, passage)).toBe(true);
        }
      }
    }),
  );
});

const cueAt = (sentence: string, name: string) => {
  const start = sentence.indexOf(name);
  const cue = findCue(sentence, { start, end: start + name.length });
  return cue === null
    ? null
    : `${cue.kind}${cue.isTurned ? ' turned' : ''}: ${sentence.slice(cue.start, cue.end)}`;
};

test.each([
  ['Перегрев приводит к трещинам.', 'трещинам', 'leads_to: приводит к'],
  ['Трещины появились, потому что печь остыла.', 'печь', 'leads_to turned: потому что'],
  ['Сцена позволяет связать мысли.', 'мысли', 'enables: позволяет'],
  ['Это нужно для обжига.', 'обжига', 'requires turned: нужно для'],
  ['Новая заметка уточняет старую.', 'старую', 'refines: уточняет'],
  ['Это противоречит правилу.', 'правилу', 'contradicts: противоречит'],
  ['Бывают ткани, например лён.', 'лён', 'exemplifies turned: например'],
  ['Глава отвечает на вопрос о поле.', 'вопрос', 'answers: отвечает на'],
  ['Поле, как и сад, растёт.', 'сад', 'analogous_to: как и'],
  ['Heat leads to glaze.', 'glaze', 'leads_to: leads to'],
  ['It cracked because of the kiln.', 'kiln', 'leads_to turned: because of'],
  ['В отличие от графа, дерево похоже на лес.', 'лес', null],
  ['Граф стоит рядом.', 'Граф', null],
])('a cue names the relation: %s', (sentence, name, expected) => {
  expect(cueAt(sentence, name)).toBe(expected);
});
