import { stopWords } from '../../models/words/stop-words.ts';
import { stem } from '../../models/words/stem.ts';

/** Beyond the words without content: what manuals of every subject say, which names no region. */
const manualRussian = `способ способа помощью выберите выбрать нажмите нажать откройте открыть следующие следующий следующую получить получите добавить добавьте убедитесь дополнительно включая новый новая новое новые новых лучше хорошо начать введите перейдите измените изменить рядом справа слева вверху внизу пример примеры поддержка поддерживает отображается отображаются доступен доступны доступно работает работать образом вид виде время`;
const manualEnglish = `choose select example following different note notes available please since`;

const stems: ReadonlySet<string> = new Set(
  [...stopWords, ...manualRussian.split(' '), ...manualEnglish.split(' ')].map(stem),
);

export function isStopStem(wordStem: string): boolean {
  return stems.has(wordStem);
}
