const subjects = ['граф', 'заметка', 'река', 'хлеб', 'сад', 'письмо', 'карта', 'музей'];

/** About 1,000 tokens that no other round begins with. */
export function longPrompt(round: number): string {
  const lines = Array.from({ length: 40 }, (_, line) => {
    const subject = subjects[(line + round + subjects.length) % subjects.length];
    return `${round}.${line}. Здесь записано, как ${subject} связан с другими вещами, и почему это важно помнить.`;
  });
  return `${lines.join('\n')}\nО чём эти записи?`;
}

export function shortPrompt(round: number): string {
  return `${round}. Расскажи подробно, что такое ${subjects[(round + subjects.length) % subjects.length]} и зачем о нём пишут.`;
}

export function embeddingTexts(round: number): string[] {
  return Array.from({ length: 16 }, (_, i) => {
    const subject = subjects[(i + round + subjects.length) % subjects.length];
    return `Запись ${round}.${i}: ${subject} упоминается в нескольких местах, и каждый раз с новой стороны. `.repeat(
      1 + (i % 4),
    );
  });
}
