/** What lies near a scene by meaning. */
export const alike = {
  title: 'Near by meaning',
  unlinked: 'Alike here, but not linked',
  linked: 'linked',
  share: 'more alike than {share} % of pairs',
  path: 'How it connects with “{title}”',
  propose: 'Propose a link with “{title}”',
  none: 'Nothing lies near it that is not linked.',
  noneNear: 'Nothing lies near it.',
  noVector: 'The model of meaning has not read this scene yet, so nothing can be said.',
  all: 'linked ones too',
  waiting: 'Proposed: the link with “{title}” waits for your decision',
  wordless: 'These two notes have no words in common that a link could stand on. You can draw it yourself.',
  isLinked: 'They are linked already.',
  decided: 'You have decided on this link before.',
};
