/** The path between scenes. */
export const path = {
  title: 'How they connect',
  act: 'Path to another scene',
  ask: 'Connect with which scene?',
  hint: 'Enter shows the path. A path that is open goes on.',
  nobody: 'No such scene was found.',
  none: 'There is no path between these scenes: no link joins their parts of the field.',
  ways: 'Which path to show',
  kind: { shortest: 'short', strongest: 'strong', through: 'by way of the region' },
  straight: 'a direct link',
};
