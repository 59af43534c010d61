/** Что бывает не так с файлом тетради; показывается со строкой и знаком. */
export const notebookFile = {
  file_too_long: 'Файл длиннее {most, number} знаков.',
  head_wrong: 'Свойства в начале файла не читаются как YAML: {detail}',
  fence_open: 'Эта ячейка не закрыта: ниже не хватает {fence}.',
  kind_missing: 'После scenefield стоит вид ячейки: {kinds}.',
  kind_unknown: 'Вида «{kind}» нет. Есть: {kinds}.',
  name_wrong: 'Это не имя: {name}. У ячейки оно одно, из букв, цифр и _, первой не цифра: $мысли.',
  option_unclear: 'Непонятно: {text}. Настройки пишутся как ключ=значение, с пробелами — ключ="два слова".',
  option_unknown: 'У ячейки этого вида ({kind}) нет настройки {key}. Есть: {options}.',
  option_twice: '{key} стоит здесь дважды.',
  option_wrong: '{key} не может быть «{value}».',
  words_not_taken: 'Ячейка этого вида ({kind}) не берёт слов, только настройки в первой строке.',
};
