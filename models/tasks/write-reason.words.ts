import type { ReasonSide } from './write-reason.ts';

interface ReasonWords {
  system: string;
  ask: (from: ReasonSide, to: ReasonSide) => string;
  /** what every answer begins with: small models finish a sentence well and begin one badly */
  start: (to: ReasonSide) => string;
  examples: readonly { from: ReasonSide; to: ReasonSide; because: string }[];
}

/** The prompt's words in each language. They are for the model, not for the page. */
export const reasonWords: Readonly<Record<'ru' | 'en', ReasonWords>> = {
  ru: {
    system: 'Ты объясняешь, зачем первой заметке ссылка на вторую. Одна короткая фраза словами из отрывков.',
    ask: (from, to) =>
      `Первая заметка, «${from.title}»: ${from.text}\nВторая заметка, «${to.title}»: ${to.text}`,
    start: (to) => `Ссылка на «${to.title}» уместна, потому что`,
    examples: [
      {
        from: {
          title: 'Ржаной хлеб',
          text: 'Ржаной хлеб замешивают на закваске и выпекают час в горячей печи.',
        },
        to: {
          title: 'Закваска',
          text: 'Закваску кормят мукой и водой. Перед замесом она должна подняться вдвое.',
        },
        because: 'ржаной хлеб замешивают на закваске, которая должна подняться вдвое.',
      },
      {
        from: {
          title: 'Посадка томатов',
          text: 'Рассаду томатов высаживают после заморозков, когда почва прогрелась.',
        },
        to: {
          title: 'Дневник погоды',
          text: 'Каждый вечер записываю температуру. По записям видно, когда ждать заморозков.',
        },
        because: 'по записям видно, когда ждать заморозков, а томаты высаживают после них.',
      },
      {
        from: {
          title: 'Очередь задач',
          text: 'Если обработчик упал, задача возвращается в очередь и выполняется ещё раз.',
        },
        to: {
          title: 'Идемпотентность',
          text: 'Операция идемпотентна, если повторное выполнение ничего не меняет.',
        },
        because: 'задача выполняется ещё раз, а повторное выполнение ничего не должно менять.',
      },
    ],
  },
  en: {
    system:
      'You explain why the first note should link to the second. One short phrase in words from the excerpts.',
    ask: (from, to) => `First note, “${from.title}”: ${from.text}\nSecond note, “${to.title}”: ${to.text}`,
    start: (to) => `A link to “${to.title}” fits because`,
    examples: [
      {
        from: {
          title: 'Rye bread',
          text: 'Rye bread is raised with sourdough and baked for an hour in a hot oven.',
        },
        to: {
          title: 'Sourdough',
          text: 'Sourdough is fed with flour and water. It must double before it is kneaded.',
        },
        because: 'rye bread is raised with sourdough, which must double before it is kneaded.',
      },
      {
        from: {
          title: 'Planting tomatoes',
          text: 'Tomato seedlings are planted after the last frost, when the soil is warm.',
        },
        to: {
          title: 'Weather diary',
          text: 'Every evening I write down the temperature. The records show when frost is coming.',
        },
        because: 'the records show when frost is coming, and tomatoes are planted after it.',
      },
      {
        from: {
          title: 'Job queue',
          text: 'When a worker crashes, the job goes back to the queue and runs again.',
        },
        to: {
          title: 'Idempotence',
          text: 'An operation is idempotent when running it twice changes nothing.',
        },
        because: 'a job runs again after a crash, and running it twice must change nothing.',
      },
    ],
  },
};
