/** The axis of meaning. */
export const axis = {
  title: 'Axis of meaning',
  ask: 'Two poles, and every scene finds its place between them',
  left: 'Left pole',
  right: 'Right pole',
  prompt: 'Words, or a scene’s title',
  asScene: 'a scene: its own words are the pole',
  asWords: 'words: the model of meaning gives them a place',
  asNothing: 'type words, or choose a scene from the list',
  scenes: 'Scenes',
  same: 'Both poles are the same.',
  show: 'Show',
  stand: 'Lay out along the axis',
  back: 'Back to the map',
  turn: 'Turn round',
  change: 'Other poles',
  atPole: 'Furthest towards “{pole}”',
  verdict: {
    means: 'The axis separates: what lies at its ends lies closer to them than chance would put it.',
    first_means:
      'At an end only one scene lies nearer than chance would have it; the others are as by chance. Choose clearer poles.',
    as_chance:
      'The axis separates nothing here: what lies at its ends is no closer to them than to random mixtures of your notes. Choose other poles.',
    unstable:
      'The axis hardly holds: a little other look at the same words changes who lies at its ends. Choose clearer poles.',
    cancels_out:
      'Both poles mean the same to the model: nothing lies between them. Choose poles further apart.',
    too_few_scenes: 'There are too few scenes here to tell an axis from chance.',
    no_gain: 'The axis separates nothing here. Choose other poles.',
  },
  problem: {
    text_without_model:
      'The model of meaning gives words their place, and it cannot be asked now. A scene can be a pole: its place is known already. What the model is doing stands in Settings.',
    scene_without_place:
      '“{name}” has no place yet: it is not written, or the model has not read it. Wait, or name the pole in words.',
  },
  placed: '{count, plural, one {# scene} other {# scenes}} on the axis',
};
