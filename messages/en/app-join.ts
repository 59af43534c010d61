/** Who says that two scenes are linked, and why. */
export const join = {
  title: 'Who says this link, and why',
  act: 'Who says the link with “{title}”, and why',
  none: 'Nothing links these scenes any more.',
  by: {
    vault: 'a note says so',
    person: 'a person drew it here',
    model: 'it was proposed, and a person accepted it',
  },
  since: 'in the field since {when}',
  reason: { model: 'The model’s line', template: 'Why it was proposed', person: 'The person’s reason' },
  models: 'Models that took part: {names}',
  wordless: 'no words are kept with it',
  quoteOf: 'from “{title}”',
  path: 'How else they connect',
};
