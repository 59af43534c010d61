import { isStopWord, normalWord } from '../../models/words/stem.ts';

/** Beyond the words without content: what manuals of every subject say, which names no region. */
const manualRussian = `способ способа помощью выберите выбрать нажмите нажать откройте открыть следующие следующий следующую получить получите добавить добавьте убедитесь дополнительно включая новый новая новое новые новых лучше хорошо начать введите перейдите измените изменить рядом справа слева вверху внизу пример примеры поддержка поддерживает отображается отображаются доступен доступны доступно работает работать образом вид виде время`;
const manualEnglish = `yes choose select example following different note notes available please since`;

const manual: ReadonlySet<string> = new Set(`${manualRussian} ${manualEnglish}`.split(' ').map(normalWord));

/** By the word as it stands: a stem would take «часть» for «часто». */
export function saysNothing(word: string): boolean {
  return isStopWord(word) || manual.has(normalWord(word));
}
