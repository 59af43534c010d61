/** The card of a region. */
export const region = {
  label: 'Region',
  counting: 'Counting how many notes speak of this…',
  covered:
    '{covered, number} of {notes, plural, one {# note} other {# notes}} {covered, plural, one {speaks} other {speak}} of “{name}”',
  byPerson: 'the name is yours',
  describes: 'What its notes share',
  parts: 'What it is made of',
  numbers:
    '{notes, plural, one {# note} other {# notes}} · {inside, plural, one {# link} other {# links}} within · {outside, plural, one {# link} other {# links}} outwards',
  main: 'Main scenes',
  questions: 'Open questions',
  latest: 'Changed lately',
  missing: 'Called for, not written',
  someNotes: '{count, plural, one {# note} other {# notes}}',
  neighbours: 'What joins it to its neighbours',
  links: '{count, plural, =0 {no link} one {# link} other {# links}}',
  alike: 'alike {share}',
  path: 'How “{name}” and “{other}” connect',
  gap: 'The gap between “{name}” and “{other}”',
  open: 'Go to the region “{name}”',
  rename: 'Rename the region',
  newName: 'Name of the region',
  save: 'Save',
  renamed: 'The region is called “{name}” now',
  renamedBack: 'The region is called “{name}” again',
};
