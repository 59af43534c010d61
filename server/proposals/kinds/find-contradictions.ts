import { pairKey } from '../pair-key.ts';
import { type Claim, hasOpposite, readClaims } from './claims.ts';
import { type Finding, quoteIn } from './finding.ts';
import type { KindInput } from './kind-input.ts';

type Opposed = 'negation' | 'number' | 'opposite';

/** Claims that share so rare a word are compared; a word in more of them is nobody's subject. */
const fullestBucket = 60;
/** Rare words of a claim that it is looked up by. */
const keys = 3;
const least = 0.55;
/** Shared words of both claims (Jaccard, by rarity): what else they say must be nearly nothing. */
const leastShared: Readonly<Record<Opposed, number>> = { negation: 0.7, number: 0.72, opposite: least };
const fewestShared = 3;
/** Words beside a number that name what it is the number of. */
const fewestOfNumber = 5;

/**
 * Two claims about one thing that cannot both be true: nearly the same words (weighted by rarity), and one denied, another number of the same unit, or a word against its opposite.
 * Both must assert: what is asked, reported, wished or conditional claims nothing. A claim is compared only with those that share one of its three rarest words, in buckets of sixty at most.
 */
export function findContradictions({ corpus }: Pick<KindInput, 'corpus'>, limit: number): Finding[] {
  const claims = readClaims(corpus);
  const counts = new Map<string, number>();
  for (const { frame } of claims) for (const stem of frame) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weight = (stem: string) => Math.log(1 + claims.length / (counts.get(stem) ?? 1));
  const found = new Map<string, Finding>();
  for (const bucket of gather(claims, counts)) {
    for (const [at, a] of bucket.entries()) {
      for (const b of bucket.slice(at + 1)) {
        if (a.note === b.note) continue;
        const opposed = howOpposed(a, b, weight);
        if (opposed === null) continue;
        const finding = toFinding(corpus, { a, b, ...opposed });
        if (finding === null || finding.key === undefined) continue;
        const known = found.get(finding.key);
        if (known === undefined || known.score < finding.score) found.set(finding.key, finding);
      }
    }
  }
  return [...found.values()].toSorted((a, b) => b.score - a.score).slice(0, limit);
}

function gather(claims: readonly Claim[], counts: ReadonlyMap<string, number>): Claim[][] {
  const buckets = new Map<string, Claim[]>();
  for (const claim of claims) {
    const rare = [...claim.frame]
      .filter((stem) => (counts.get(stem) ?? 0) > 1)
      .toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
      .slice(0, keys);
    for (const stem of rare) {
      const bucket = buckets.get(stem);
      if (bucket === undefined) buckets.set(stem, [claim]);
      else bucket.push(claim);
    }
  }
  return [...buckets.values()].filter(({ length }) => length > 1 && length <= fullestBucket);
}

function howOpposed(
  a: Claim,
  b: Claim,
  weight: (stem: string) => number,
): { by: Opposed; shared: number } | null {
  let both = 0;
  let whole = 0;
  let count = 0;
  for (const stem of a.frame) {
    whole += weight(stem);
    if (!b.frame.has(stem)) continue;
    both += weight(stem);
    count += 1;
  }
  for (const stem of b.frame) if (!a.frame.has(stem)) whole += weight(stem);
  const shared = both / (whole || 1);
  if (count < fewestShared || shared < least) return null;
  const by = opposedBy(a, b);
  return by !== null && shared >= leastShared[by] ? { by, shared } : null;
}

function opposedBy(a: Claim, b: Claim): Opposed | null {
  const isOpposite = hasOpposite(a.words, b.words);
  const isDenied = a.isNegated !== b.isNegated;
  // denied and turned round is the same again
  if (isOpposite) return isDenied ? null : 'opposite';
  if (isDenied) return 'negation';
  // «18 themes included» is said of whatever its note is about
  if (Math.min(a.frame.size, b.frame.size) < fewestOfNumber) return null;
  if (a.numbers.length === 0 || a.numbers.length !== b.numbers.length) return null;
  const isOneUnit = a.numbers.every(({ unit }, at) => unit === b.numbers[at]?.unit && unit.length > 1);
  return isOneUnit && a.numbers.some(({ value }, at) => value !== b.numbers[at]?.value) ? 'number' : null;
}

function toFinding(
  { notes }: KindInput['corpus'],
  { a, b, by, shared }: { a: Claim; b: Claim; by: Opposed; shared: number },
): Finding | null {
  const [one, two] = [notes[a.note], notes[b.note]];
  if (one === undefined || two === undefined) return null;
  const [from, to] = [quoteIn(one, 'from', a), quoteIn(two, 'to', b)];
  if (from === null || to === null || from.text === to.text) return null;
  const signals = { sameSubject: 4 * shared, opposed: by === 'opposite' ? 1.5 : by === 'negation' ? 1 : 0.7 };
  return {
    from: one.id,
    to: two.id,
    key: pairKey(one.id, two.id),
    relation: 'contradicts',
    score: signals.sameSubject + signals.opposed,
    quotes: [from, to],
    signals,
  };
}
