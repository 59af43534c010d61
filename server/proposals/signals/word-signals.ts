import { buildAlikeLinks } from './alike-links.ts';
import { buildAnchor, buildAnchorBack, buildAnchorHabit } from './anchor.ts';
import { buildLinkContext } from './link-context.ts';
import { buildLinkedTogether } from './linked-together.ts';
import { buildMention, buildMentionTimes, buildProperMention } from './mention.ts';
import { buildNeighbourVote } from './neighbour-vote.ts';
import { buildNoteSimilarity } from './note-similarity.ts';
import { buildPassageTitle } from './passage-title.ts';
import { buildSharedLinks } from './shared-links.ts';
import type { BuildSignal, SignalName } from './signal.ts';
import { buildFolder, buildInDegree, buildLength, buildOutDegree, buildReciprocal } from './structure.ts';
import { buildTitleWords } from './title-words.ts';
import { buildWalk } from './walk.ts';

export interface NamedSignal {
  name: SignalName;
  build: BuildSignal;
}

/** The signals that need no model: words and links alone. */
export const wordSignals: readonly NamedSignal[] = [
  { name: 'anchor', build: buildAnchor },
  { name: 'anchorHabit', build: buildAnchorHabit },
  { name: 'anchorBack', build: buildAnchorBack },
  { name: 'tfidf', build: buildNoteSimilarity },
  { name: 'titleWords', build: buildTitleWords },
  { name: 'passageTitle', build: buildPassageTitle },
  { name: 'linkContext', build: buildLinkContext },
  { name: 'sharedLinks', build: buildSharedLinks },
  { name: 'linkedTogether', build: buildLinkedTogether },
  { name: 'mention', build: buildMention },
  { name: 'mentionTimes', build: buildMentionTimes },
  { name: 'properMention', build: buildProperMention },
  { name: 'walk', build: buildWalk },
  { name: 'neighbourVote', build: buildNeighbourVote },
  { name: 'alikeLinks', build: buildAlikeLinks },
  { name: 'reciprocal', build: buildReciprocal },
  { name: 'folder', build: buildFolder },
  { name: 'inDegree', build: buildInDegree },
  { name: 'outDegree', build: buildOutDegree },
  { name: 'length', build: buildLength },
];

export const wordSignalNames = wordSignals.map(({ name }) => name);
