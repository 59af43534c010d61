/** A zone of the shipped set: its name, and words (beginnings, in either language) that tell which section of a note it is about. */
export interface ShippedZone {
  name: { ru: string; en: string };
  words: readonly string[];
}

/** The five joints that have to hold at once before a thought becomes something that runs; the same five as the starter pack's scenes. */
export const fiveZones: readonly ShippedZone[] = [
  {
    name: { ru: 'От мысли к файлам', en: 'From thought to files' },
    words: ['компиляц', 'ядр', 'файл', 'compil', 'core', 'file'],
  },
  {
    name: { ru: 'Алгебра смысла', en: 'Algebra of meaning' },
    words: ['алгебр', 'вектор', 'смысл', 'algebra', 'vector', 'meaning'],
  },
  {
    name: { ru: 'Минимальная установка', en: 'Minimal installation' },
    words: ['минимальн', 'инсталляц', 'установк', 'minimal', 'install'],
  },
  {
    name: { ru: 'Живой разговор', en: 'Living conversation' },
    words: ['нейроинтерфейс', 'интерфейс', 'модел', 'разговор', 'локальн', 'interface', 'conversation'],
  },
  {
    name: { ru: 'Рост после запуска', en: 'Growth after start' },
    words: ['рост', 'запуск', 'семя', 'growth', 'start', 'seed'],
  },
];

const enough = 2;

/** Of some sections the ones that each zone is about: those that share most of its words, two at least. Zones that no section is about are left out. */
export function matchZones(
  sections: readonly { id: string; title: string }[],
): { zone: ShippedZone; sceneIds: string[] }[] {
  return fiveZones.flatMap((zone) => {
    const scored = sections.map(({ id, title }) => {
      const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
      const hits = zone.words.filter((start) => words.some((word) => word.startsWith(start))).length;
      return { id, hits };
    });
    const most = Math.max(0, ...scored.map(({ hits }) => hits));
    if (most < enough) return [];
    return [{ zone, sceneIds: scored.filter(({ hits }) => hits === most).map(({ id }) => id) }];
  });
}
