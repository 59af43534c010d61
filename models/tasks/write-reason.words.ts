import type { ReasonSide } from './write-reason.ts';

interface ReasonWords {
  system: string;
  ask: (side: ReasonSide, about: string) => string;
  examples: readonly { title: string; text: string; about: string; gist: string }[];
}

/** The prompt's words in each language. They are for the model, not for the page. */
export const reasonWords: Readonly<Record<'ru' | 'en', ReasonWords>> = {
  ru: {
    system:
      'Ты вырезаешь из отрывка суть для коллеги, который читает вторую заметку: одна законченная мысль в 3–9 словах, слово в слово, без оговорок.',
    ask: ({ title, text }, about) => `Отрывок из «${title}»: ${text}\nСуть для читателя «${about}»:`,
    examples: [
      {
        title: 'Ржаной хлеб',
        text: 'На этой странице рассказано, как ржаной хлеб замешивают на закваске и выпекают час в горячей печи.',
        about: 'Закваска',
        gist: 'ржаной хлеб замешивают на закваске',
      },
      {
        title: 'Очередь задач',
        text: 'Если обработчик по какой-то причине упал, задача возвращается в очередь и выполняется ещё раз.',
        about: 'Идемпотентность',
        gist: 'задача возвращается в очередь и выполняется ещё раз',
      },
      {
        title: 'Дневник погоды',
        text: 'Каждый вечер, обычно в девять, записываю температуру, и по этим записям видно, когда ждать первых заморозков.',
        about: 'Посадка томатов',
        gist: 'по этим записям видно, когда ждать первых заморозков',
      },
      {
        title: 'Форматы бумаги',
        text: 'Чтобы выбрать формат, откройте диалог печати и нажмите Формат бумаги.',
        about: 'Печать',
        gist: 'чтобы выбрать формат, откройте диалог печати',
      },
      {
        title: 'Огород',
        text: 'Прежде чем высаживать рассаду томатов, вам стоит дождаться, пока почва прогреется хотя бы до 15 градусов.',
        about: 'Почва',
        gist: 'стоит дождаться, пока почва прогреется',
      },
    ],
  },
  en: {
    system:
      'You boil an excerpt down for a colleague who reads the second note: one complete thought in 3–9 words, only words from the excerpt, no asides.',
    ask: ({ title, text }, about) =>
      `Excerpt from “${title}”: ${text}\nIn short, for a reader of “${about}”:`,
    examples: [
      {
        title: 'Rye bread',
        text: 'This page describes how rye bread is raised with sourdough and baked for an hour in a hot oven.',
        about: 'Sourdough',
        gist: 'rye bread is raised with sourdough',
      },
      {
        title: 'Job queue',
        text: 'If a worker crashes for some reason, the job goes back to the queue and is run again.',
        about: 'Idempotence',
        gist: 'a crashed job is run again',
      },
      {
        title: 'Weather diary',
        text: 'Every evening, usually at nine, I write down the temperature, and the records show when the first frost is coming.',
        about: 'Planting tomatoes',
        gist: 'the records show when frost is coming',
      },
      {
        title: 'Paper sizes',
        text: 'To choose a size, open the print dialog and press Paper size.',
        about: 'Printing',
        gist: 'the paper size is chosen in the print dialog',
      },
      {
        title: 'Garden',
        text: 'Before you plant out tomato seedlings, you should wait until the soil has warmed to at least 15 degrees.',
        about: 'Soil',
        gist: 'tomatoes are planted out when the soil has warmed',
      },
    ],
  },
};
