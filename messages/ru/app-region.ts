/** Карточка области. */
export const region = {
  label: 'Область',
  counting: 'Считается, сколько заметок об этом говорит…',
  covered:
    'О «{name}» {covered, plural, one {говорит # заметка} few {говорят # заметки} many {говорят # заметок} other {говорят # заметки}} из {notes, number}',
  byPerson: 'название ваше',
  describes: 'Что общего у её заметок',
  parts: 'Из чего состоит',
  numbers:
    '{notes, plural, one {# заметка} few {# заметки} many {# заметок} other {# заметки}} · {inside, plural, one {# связь} few {# связи} many {# связей} other {# связи}} внутри · {outside, plural, one {# связь} few {# связи} many {# связей} other {# связи}} наружу',
  main: 'Главные сцены',
  questions: 'Открытые вопросы',
  latest: 'Что изменилось недавно',
  missing: 'Зовут, но не написаны',
  someNotes: '{count, plural, one {# заметка} few {# заметки} many {# заметок} other {# заметки}}',
  neighbours: 'Что связывает её с соседями',
  links: '{count, plural, =0 {нет связей} one {# связь} few {# связи} many {# связей} other {# связи}}',
  alike: 'похожи на {share}',
  path: 'Как связаны «{name}» и «{other}»',
  gap: 'Пробел между «{name}» и «{other}»',
  open: 'Перейти к области «{name}»',
  rename: 'Переименовать область',
  newName: 'Название области',
  save: 'Сохранить',
  renamed: 'Область теперь называется «{name}»',
  renamedBack: 'Область снова называется «{name}»',
};
