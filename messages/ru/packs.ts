import type { PackProblemCode } from '../../scenes/pack-problem.ts';

/** Что не так с пакетом, в строке, которая показана рядом. */
export const packProblems = {
  not_yaml: 'Это не YAML ({detail}).',
  alias: 'Якоря и ссылки на них (здесь «{name}») в пакет сцен не входят.',
  nested_too_deep: 'Вложенность здесь глубже, чем бывает в пакете.',
  too_large: 'Файл слишком велик. Знаков в нём: {length, number}; читается не больше {max, number}.',
  newer: 'Этот пакет версии {version}, а этот Scenefield читает до версии {reads}.',
  unknown_field: 'Поля «{field}» здесь не бывает.',
  missing_field: 'Не хватает поля «{field}».',
  wrong_type: 'В «{field}» должно стоять {expected}, а стоит {found}.',
  not_one_of: 'В «{field}» стоит «{found}», а может стоять одно из: {allowed}.',
  bad_value: 'В «{field}» не может стоять «{found}».',
  duplicate_id: 'Идентификатор «{id}» дан дважды.',
  dangling: '«{id}» ({field}) в этом пакете нет.',
  cycle: '«{id}» оказалось бы частью себя самого.',
  two_texts: 'У «{id}» есть и body, и span; нужно что-то одно.',
  span_outside: 'Место «{id}» лежит за пределами его текста.',
  outside_passage: 'Цитата выходит за пределы отрывка «{passage}».',
  quote_differs: 'Цитата не дословна. Дано: «{quote}». В тексте: «{found}».',
  digest_differs:
    'Содержимое не сходится с этой суммой. Если файл изменён намеренно, удалите строку или впишите {digest}.',
} satisfies Record<PackProblemCode, string>;

/** Чем пакет расходится с этим полем, по `what` расхождения. */
export const packConflicts = {
  file: 'Здесь в заметке сказано иначе; остаётся как есть.',
  person: 'Здесь вы написали или приняли другое; остаётся как есть.',
  rejected: 'Эту связь вы здесь отвергли; она не возвращается.',
  decision: 'Здесь вы решили иначе; ваше решение остаётся.',
};
