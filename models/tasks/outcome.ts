/** What a task that writes comes back with. A text that does not pass the check is an outcome, not a fault: a plain template stands in. */
export type Written =
  | { type: 'written'; text: string; seed: number }
  | { type: 'declined'; reason: DeclineReason; text: string };

/** `words`: content words that no source has. `one_sided`: nothing of one of the two. `language`: not the notes' language. `off_topic`: the topic is not named. `long`: no shorter than what it was to sum up. `negation`: it may deny what its source does not. */
export type DeclineReason =
  | 'empty'
  | 'long'
  | 'words'
  | 'negation'
  | 'one_sided'
  | 'language'
  | 'off_topic'
  | 'repeated';
