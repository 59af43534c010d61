import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A vault of one note: a question, three sections about it with their sources, and an answer in four parts. */
export const oneNote = `>[!nexus_user] **User** - 19.06.2025 at 17:42
> почему мой хлеб на закваске каждый раз выходит плоским и бледным?
<!-- UID: 11111111-1111-4111-8111-111111111111 -->

### 1. В чём дело

Тесто расплывается, потому что голодная закваска не успевает набрать силу. Печь остывает раньше, чем схватится корка.

- [[Мука]] — говорит о белке, но не о закваске [^1].

[^1]: [[Мука]]

### 2. К чему это ведёт

Плоская буханка черствеет за день, и половина муки уходит птицам. Гости перестали приходить на завтрак.

### 3. Что делать

Сначала нужно расписание: кормить закваску дважды в день и записывать подъём. Потом раздобыть камень, который держит жар в печи. Осталось завести дневник с весом каждой буханки.

#### Источники
[^1]: [[Мука]]
[^2]: [[Печь]]

>[!nexus_agent] **Assistant** - 19.06.2025 at 17:43
> Скажу прямо: рецепт у тебя верный.
>
> ## 🍞 Где именно пробелы
>
> ### 1. **Расписание кормления закваски**
> Пока закваска кормится от случая к случаю —
> **она остаётся голодной и не поднимает тесто.**
>
> ### 2. Камень и жар
> - \`stone.md\`
>
> 📌 Без камня печь теряет жар, едва открывается дверца.
>
> ### 3. Дневник буханки
> Записывай вес и подъём, чтобы видеть, что изменилось от недели к неделе.
>
> ## ✅ Когда всё сойдётся
> К завтраку на столе окажется высокая буханка, и гости вернутся.
<!-- UID: 22222222-2222-4222-8222-222222222222 -->
`;

export interface OneNoteVault {
  dir: string;
  write(text: string): Promise<void>;
  add(name: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function makeOneNoteVault(): Promise<OneNoteVault> {
  const dir = path.join(await mkdtemp(path.join(tmpdir(), 'scenefield-sections-')), 'bread');
  await mkdir(dir);
  const add = (name: string, text: string) => writeFile(path.join(dir, name), text);
  const write = (text: string) => add('Хлеб.md', text);
  await write(oneNote);
  return { dir, write, add, remove: () => rm(path.dirname(dir), { recursive: true }) };
}
