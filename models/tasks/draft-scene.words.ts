interface DraftWords {
  system: string;
  ask: (title: string, text: string) => string;
  examples: readonly { title: string; text: string; answer: string }[];
}

/** The prompt's words in each language. They are for the model, not for the page. */
export const draftWords: Readonly<Record<'ru' | 'en', DraftWords>> = {
  ru: {
    system:
      'Ты пишешь заметку по отрывкам. На каждый отрывок — одно законченное предложение о теме, словами из отрывка.',
    ask: (title, text) => `Тема: ${title}\nОтрывок: ${text}\nПредложение о теме:`,
    examples: [
      {
        title: 'Закваска',
        text: 'Вчера опять не поднялось тесто. Мама говорит, что закваску надо кормить мукой и водой два раза в день, иначе хлеб выйдет плоским.',
        answer:
          'Закваску надо кормить мукой и водой два раза в день, иначе тесто не поднимется и хлеб выйдет плоским.',
      },
      {
        title: 'План полива',
        text: '- грядки у забора: томаты, вода каждый день в первую неделю\n- теплица: по датчику, см. план полива',
        answer: 'План полива: томатам у забора вода нужна каждый день в первую неделю, а теплице по датчику.',
      },
      {
        title: 'Очередь задач',
        text: 'Обработчики берут задания из очереди задач по одному; если обработчик упал, задание возвращается и выполняется ещё раз.',
        answer:
          'Из очереди задач обработчики берут задания по одному, и если обработчик упал, задание возвращается в очередь.',
      },
    ],
  },
  en: {
    system:
      'You write a note from excerpts. For each excerpt, one complete sentence about the topic in words from the excerpt.',
    ask: (title, text) => `Topic: ${title}\nExcerpt: ${text}\nSentence about the topic:`,
    examples: [
      {
        title: 'Sourdough',
        text: 'The dough failed again yesterday. Mother says sourdough has to be fed with flour and water twice a day, or the bread comes out flat.',
        answer:
          'Sourdough has to be fed with flour and water twice a day, or the dough fails and the bread comes out flat.',
      },
      {
        title: 'Watering plan',
        text: '- beds by the fence: tomatoes, water every day in the first week\n- greenhouse: by sensor, see watering plan',
        answer:
          'The watering plan gives tomatoes by the fence water every day in the first week and the greenhouse by sensor.',
      },
      {
        title: 'Job queue',
        text: 'Workers take jobs from the job queue one at a time; when a worker crashes, the job is returned and runs again.',
        answer:
          'Workers take jobs from the job queue one at a time, and a job is returned to it when a worker crashes.',
      },
    ],
  },
};
