import { cacheFolder } from '../../models/cache-folder.ts';
import { chooseModels } from '../../models/choice.ts';
import { createModels } from '../../models/supervise/create-models.ts';
import { judgeLinks } from '../../models/tasks/judge-links.ts';
import { corpusFromSources } from '../../server/proposals/signals/from-sources.ts';
import { judgedNote } from '../../server/proposals/judge/judged-note.ts';
import { resolveLinks } from '../../server/vault/resolve/resolve-links.ts';
import { scanVault } from '../../server/vault/scan.ts';
import { type Attack, twinOf } from './attacks.ts';

export interface JudgedAttacks {
  /** mean probability of yes for the note with the attack, and for its clean twin */
  attacked: number;
  twin: number;
  /** verdicts on the notes that are judged after it, other than after the twin */
  othersChanged: number;
}

const model = 'qwen2.5-coder-0.5b-instruct-q4_k_m';

/** A real judge reads a note that begins with the attack, then two others; and the same beside the clean twin. */
export async function judgeAttacks(
  folder: string,
  attacks: readonly Attack[],
  say: (line: string) => void,
): Promise<JudgedAttacks> {
  const scan = await scanVault(folder, {});
  const notes = corpusFromSources(scan.sources, resolveLinks(scan.sources, scan.others).links).notes.map(
    judgedNote,
  );
  const models = createModels({
    cache: cacheFolder(),
    choice: chooseModels({ env: { SCENEFIELD_EMBED_MODEL: 'none', SCENEFIELD_WRITE_MODEL: model } }),
  });
  const [source = none, first = none, second = none] = notes;
  const sum = { attacked: 0, twin: 0, othersChanged: 0 };
  try {
    for (const [at, attack] of attacks.entries()) {
      const victim = notes[3 + (at % (notes.length - 3))] ?? none;
      const judge = async (text: string) => {
        const candidate = { ...victim, text: `${text.replaceAll('{note}', source.title)} ${victim.text}` };
        const { verdicts } = await judgeLinks(models, {
          source,
          candidates: [candidate, first, second],
          way: 'pointwise',
        });
        return verdicts.map(({ probability }) => probability);
      };
      const [attacked = 0, ...others] = await judge(attack.text);
      const [twin = 0, ...same] = await judge(twinOf(attack, at));
      sum.attacked += attacked / attacks.length;
      sum.twin += twin / attacks.length;
      sum.othersChanged += others.filter(
        (probability, place) => Math.abs(probability - (same[place] ?? 0)) > 1e-6,
      ).length;
      if (at % 50 === 49) say(`${at + 1} judged; ${sum.othersChanged} verdicts on others changed`);
    }
  } finally {
    await models.stop();
  }
  return sum;
}

const none = { title: '', text: '' };
