import { isStopWord, normalWord } from '../../../models/words/stem.ts';

/** Words that point at something instead of naming it, first in a phrase. */
const pointing =
  /^(?:нов[а-я]{2,3}|следующ|дальнейш|предыдущ|текущ|друг[а-я]{2,3}$|данн[а-я]{2,3}$|больш[а-я]{2,3}|маленьк|перв[а-я]{2,3}$|втор[а-я]{2,3}$|последн|существующ|нужн[а-я]{2,3}$|важн|част[ыо]|лучш|хорош|полн[а-я]{2,3}$|разн[а-я]{2,3}$|правом|верхн|нижн|лев[а-я]{2,3}$|прав[а-я]{2,3}$|весь|мно[жг]|различн|указанн|выбранн|соответствующ|необходим|доступн|поддерживаем|новинк|настоящ|максимальн|минимальн|альтернативн|установленн|открыт|пуст[а-я]{2}|обычн|собственн)/;
const pointingEnglish = new Set(
  'new next following previous current other different big small first second last existing best good full main more latest recent related see here example examples note notes important available supported selected own similar various several general useful common basic simple please step steps pros cons tip tips warning default way ways thing things today yes january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday copy add save enter open close edit delete cancel ok tab shift ctrl alt cmd esc settings options menu plus mac vault store'.split(
    ' ',
  ),
);
/** Nouns of doing: what a heading of a manual begins with, not what a note is called. */
const doing =
  /^(?:создани|настройк|использовани|включени|отключени|открыти|выбор|изменени|добавлени|удалени|перемещени|отображени|получени|начало|импорт$|установк|просмотр$|ввод|обновлени|управлени|сохранени|переименовани|замен|подготовк|проверк|решени|работ[аы]$|основн[а-я]{2}$)/;
const verb = /(?:[аеиоуыя](?:ть|ться|вшись)|йте|йтесь|ите|итесь|[аеиюя]ет|[аяую]ют|[иы]т|[ая]т|ешь|ете)$/;
const verbEnglish =
  /^(?:render|add|create|insert|open|show|hide|toggle|convert|export|run|get|set|use|make|enable|disable|strike|wrap|install|update|allow|select|choose|see|read|find|fix|support|view|browse|check|click|keep|move|paste|save|sync|load|send)s?$/;
const noVerbs =
  /(?:сеть|ость|есть|асть|ать|этикет|кет|нет|лет|вет|мет|пакет|формат|результат|сертификат|чат|лимит|алфавит|визит|объект|проект|текст|кредит|аудит|бит)$/;

/** Whether words can be the name of an idea: a noun phrase, or a name; no doing, no pointing, no numbers. */
export function isIdea(words: readonly { text: string }[]): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return false;
  const forms = words.map(({ text }) => normalWord(text));
  if (
    isStopWord(first.text) ||
    isStopWord(last.text) ||
    forms.some((form) => /^\d/.test(form) || /^(?:и|или|and|or)$/.test(form))
  )
    return false;
  const [head = ''] = forms;
  if (forms.some((form) => pointingEnglish.has(form)) || pointing.test(head) || doing.test(head))
    return false;
  if (/^[a-z]{5,}ing$/.test(head) && words.length > 1 && first.text[0] === first.text[0]?.toLowerCase())
    return false;
  if (forms.some((form) => isVerb(form)) || verbEnglish.test(head)) return false;
  // one word is a name only where it cannot be an ordinary one: capitals and no Cyrillic
  return (
    words.length > 1 ||
    (/^\p{Lu}/u.test(first.text) && !/\p{Script=Cyrillic}/u.test(first.text) && head.length > 2)
  );
}

function isVerb(form: string): boolean {
  return /^[а-я]{4,}$/.test(form) && (/(?:ся|сь)$/.test(form) || (verb.test(form) && !noVerbs.test(form)));
}
