import * as fc from 'fast-check';

const word = fc.constantFrom(
  'поле',
  'Ядро',
  'сцена',
  'field',
  'core',
  'т. е.',
  'рост',
  'и',
  'Mr. Smith',
  'переход!',
  'why?',
  '😀',
);
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
const inline = fc.oneof(
  { weight: 6, arbitrary: words },
  fc.constantFrom(
    '[[Ядро]]',
    '[[Поле#Рост|поле]]',
    '![[Схема.png]]',
    '[текст](Заметка.md)',
    '`[[код]]`',
    '[^1]',
    '#тег/часть',
    '**Имя Поля**',
    '%% [[тайна]] %%',
    '\\[[не ссылка]]',
    '$x^2$',
  ),
);
const sentence = fc.array(inline, { minLength: 1, maxLength: 5 }).map((list) => `${list.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), words)
  .map(([level, text]) => `${'#'.repeat(level)} ${text}`);
const list = fc
  .array(sentence, { minLength: 1, maxLength: 5 })
  .map((items) => items.map((item) => `- ${item}`).join('\n'));
const fence = fc.constant('```md\n# не заголовок\n[[не ссылка]]\n```');
const plain = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  { weight: 2, arbitrary: heading },
  list,
  fence,
  fc.constant('***'),
);
const quoted = fc
  .array(plain, { minLength: 1, maxLength: 4 })
  .map((blocks) => `> [!note] Выноска\n${blocks.join('\n\n').replace(/^/gm, '> ')}`);
const turn = fc
  .tuple(fc.constantFrom('user', 'agent'), fc.array(plain, { minLength: 1, maxLength: 4 }), fc.uuid())
  .map(
    ([who, blocks, uid]) =>
      `>[!nexus_${who}] **Кто** - 19.06.2025 at 17:42\n${blocks.join('\n\n').replace(/^/gm, '> ')}\n<!-- UID: ${uid} -->`,
  );

/** Notes of every construct that a parser must keep apart, joined at random. */
export const anyNote = fc
  .tuple(
    fc.constantFrom('', '---\ntags: [тег]\naliases: [Имя]\n---\n', '---\nbroken: [\n---\n'),
    fc.array(fc.oneof({ weight: 5, arbitrary: plain }, quoted, turn), { maxLength: 12 }),
    fc.constantFrom('\n\n', '\r\n\r\n'),
    fc.constantFrom('', '\n\n[^1]: [[Источник]]\n'),
  )
  .map(([front, blocks, gap, end]) => front + blocks.join(gap) + end);
