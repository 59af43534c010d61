import type { Verdict } from '../../graph-schema/views/formula-view.ts';
import type { FunctionId } from '../../scenes/formula/functions.ts';
import type { FormulaProblemCode } from '../../scenes/formula/problem.ts';

const nominative =
  'scene {сцена} axis {ось} relation {связь} number {число} list {список сцен} kind {вид связи} words {слова в кавычках} other {что-то другое}';
const accusative =
  'scene {сцену} axis {ось} relation {связь} number {число} list {список сцен} kind {вид связи} words {слова в кавычках} other {это}';
const instrumental =
  'scene {сценой} axis {осью} relation {связью} number {числом} list {списком сцен} kind {видом связи} words {словами} other {этим}';

/** Что не так с формулой, в месте, которое показано рядом, и как было бы верно. */
export const formulaProblems = {
  unknown_sign: {
    what: 'Знак «{sign}» здесь ничего не значит.',
    hint: 'Знаки формулы: + − * ( ) и запятая; вместо деления на 2 умножьте на 0.5.',
  },
  scene_unclosed: { what: 'Имя сцены не закрыто.', hint: 'Напишите его ссылкой: [[Имя]], в одной строке.' },
  text_unclosed: { what: 'Кавычки не закрыты.', hint: 'Закройте их такой же кавычкой в той же строке.' },
  name_empty: { what: 'Здесь ничего не названо.', hint: 'Напишите имя: [[Сцена]], «слова» или #понятие.' },
  nothing_written: {
    what: 'Формулы пока нет.',
    hint: 'Начните со сцены или со слов: рядом([[Сцена]], 10) или рядом("свободный текст", 10).',
  },
  operand_expected: {
    what: '{found, select, none {В конце чего-то не хватает.} other {Перед «{found}» чего-то не хватает.}}',
    hint: 'Здесь место сцене [[…]], словам в кавычках, #понятию, числу или функции.',
  },
  operator_expected: {
    what: 'Здесь две вещи стоят вплотную.',
    hint: 'Поставьте между ними +, − или *, а в скобках функции запятую.',
  },
  bracket_unclosed: {
    what: 'Эта скобка не закрыта.',
    hint: 'Поставьте ) там, где кончается то, что она держит.',
  },
  bracket_extra: {
    what: 'Эта скобка ничего не закрывает.',
    hint: 'Уберите её или поставьте ( там, где она открывается.',
  },
  too_long: {
    what: 'Формула слишком длинна. Знаков в ней: {length, number}; читается не больше {most, number}.',
    hint: 'Сохраните её часть отдельной сценой и назовите эту сцену.',
  },
  nested_too_deep: {
    what: 'Скобки вложены глубже {most}.',
    hint: 'Сохраните часть формулы отдельной сценой и назовите эту сцену.',
  },
  unknown_name: {
    what: 'Слова «{name}» в языке формул нет.',
    hint: '{nearest, select, none {Имя сцены пишется в [[…]], свободные слова в кавычках.} other {Может быть, {nearest}? Имя сцены пишется в [[…]], свободные слова в кавычках.}}',
  },
  brackets_missing: {
    what: '«{name}» стоит здесь без того, к чему относится.',
    hint: 'За функцией идут скобки: рядом(…); вид связи стоит в связь(…).',
  },
  unknown_function: {
    what: 'Функции «{name}» нет.',
    hint: '{nearest, select, none {Есть такие: {functions}.} other {Может быть, {nearest}? Есть такие: {functions}.}}',
  },
  unknown_kind: {
    what: 'Вида связи «{name}» нет.',
    hint: '{nearest, select, none {Есть такие: {kinds}.} other {Может быть, {nearest}? Есть такие: {kinds}.}}',
  },
  too_few_arguments: {
    what: 'Чего-то не хватает: дано {given}, а нужно не меньше {least}.',
    hint: 'Пишется так: {signature}.',
  },
  too_many_arguments: {
    what: 'Это лишнее: давать можно не больше {most}.',
    hint: 'Пишется так: {signature}.',
  },
  wrong_type: {
    what: `Здесь нужно другое: {wanted, select, ${nominative}}, а стоит {found, select, ${nominative}}.`,
    hint: 'Пишется так: {signature}.',
  },
  cannot_combine: {
    what: `{operator, select, times {Нельзя умножить {left, select, ${accusative}} на {right, select, ${accusative}}.} minus {Здесь нельзя вычесть {right, select, ${accusative}}.} other {Нельзя сложить {left, select, ${accusative}} с {right, select, ${instrumental}}.}}`,
    hint: 'Сцены складывают и вычитают, сдвигают по оси или по связи и умножают на число.',
  },
  number_outside: {
    what: 'Здесь нужно {whole, select, yes {целое число} other {число}} от {from} до {to}.',
    hint: 'Пишется так: {signature}.',
  },
  scene_missing: {
    what: 'Сцены «{name}» нет.',
    hint: '{nearest, select, none {Проверьте имя или спросите словами: "{name}".} other {Может быть, «{nearest}»? Или спросите словами: "{name}".}}',
  },
  scene_ambiguous: {
    what: 'Сцен с именем «{name}» несколько.',
    hint: 'Укажите нужную вместе с папкой: {candidates}.',
  },
  scene_without_place: {
    what: 'У сцены «{name}» ещё нет места в поле: она не написана или модель её не прочла.',
    hint: 'Подождите, пока модель дочитает, или спросите словами: "{name}".',
  },
  concept_missing: { what: 'Понятия #{name} нет.', hint: 'Спросите словами: "{name}".' },
  concept_without_place: {
    what: 'Среди сцен, которые прочла модель, о #{name} не говорит ни одна.',
    hint: 'Подождите, пока модель дочитает, или спросите словами: "{name}".',
  },
  region_missing: {
    what: 'Области «{name}» нет.',
    hint: '{names, select, none {В этом поле пока нет областей.} other {Есть такие: {names}.}}',
  },
  text_without_model: {
    what: 'Для свободных слов нужна модель, которая понимает смысл, а спросить её сейчас нельзя.',
    hint: 'Назовите сцену: [[…]]. Что делает модель, видно в настройках, в разделе «Модели».',
  },
  too_few_links: {
    what: 'Слишком мало примеров: {count, plural, =0 {ни одной связи} one {# связь} few {# связи} many {# связей} other {# связи}} вида {kind}, а нужно {least}.',
    hint: 'Примите или напишите больше таких связей; пока о том, куда они ведут, сказать нечего.',
  },
  names_itself: {
    what: 'Формула «{name}» называет саму себя, прямо или через другие.',
    hint: 'Уберите её имя здесь или там.',
  },
} satisfies Record<FormulaProblemCode, { what: string; hint: string }>;

/** Как функция пишется и что даёт. */
export const formulaFunctions = {
  mean: { signature: 'среднее(a, b, …)', about: 'середина сцен или списка' },
  mix: { signature: 'смесь(a, b, 0.3)', about: 'a с долей b' },
  without: { signature: 'без(a, b)', about: 'a без того, что у неё общего с b' },
  axis: { signature: 'ось(a, b)', about: 'прямая от a к b' },
  along: { signature: 'вдоль(x, ось(a, b))', about: 'где x стоит на оси: 0 это a, 1 это b' },
  toward: { signature: 'сдвиг(x, ось(a, b), 0.5)', about: 'x, сдвинутая по оси или по связи' },
  near: { signature: 'рядом(x, 10)', about: 'сцены, ближайшие к x' },
  between: { signature: 'между(a, b, 10)', about: 'сцены, близкие к обеим' },
  path: { signature: 'путь(a, b, 5)', about: 'сцены на пути от a к b' },
  relation: { signature: 'связь(ведёт_к)', about: 'куда в среднем ведут связи этого вида' },
  alike: {
    signature: 'сходство(a, b)',
    about: 'насколько две сцены похожи: больше, чем столько-то процентов пар этого поля',
  },
  region: { signature: 'область("имя")', about: 'середина области' },
} satisfies Record<FunctionId, { signature: string; about: string }>;

/** Чего стоит то, что дала формула. */
export const formulaVerdicts = {
  means: 'Она лежит к сценам ближе, чем вышло бы случайно, и порядок держится.',
  first_means: 'Первая сцена близка к ней больше, чем вышло бы случайно; остальные — как случайные.',
  as_chance: 'Здесь она ничего не значит: случайная смесь сцен лежит так же близко.',
  unstable: 'Порядку верить нельзя: он меняется, стоит убрать часть вектора.',
  cancels_out: 'Ничего не осталось: части погасили друг друга.',
  too_few_scenes: 'В поле слишком мало сцен, чтобы отличить это от случая.',
  no_gain:
    'Эта связь никуда особо не ведёт: на отложенных связях она находит не больше, чем простое сходство.',
} satisfies Record<Verdict, string>;
