'use client';
import {
  CircleDashed,
  CircleHelp,
  FileQuestion,
  Lightbulb,
  Link2Off,
  Quote,
  Swords,
  Unlink,
  Unplug,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Gap, GapsView } from '../../graph-schema/views/gap.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import styles from './gap-lists.module.css';

const rows = 6;
/** Lists that are not shown while nothing is in them. */
const quiet = new Set<Gap['kind']>([
  'hanging_region',
  'open_question',
  'unwritten_idea',
  'broken_chain',
  'single_source',
  'contradiction',
]);

interface Props {
  gaps: readonly Gap[];
  basis: GapsView['basis'];
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** One list for each kind of gap, largest first; each row opens what would close it. */
export function GapLists({ gaps, basis, chosen, onChoose }: Props) {
  const t = useTranslations('gaps');
  const { count, decimal } = useMeasures();
  const lists = [
    {
      kind: 'missing_scene',
      name: 'missing',
      icon: FileQuestion,
      fact: (gap: Gap) => t('missing.calls', { count: Math.round(gap.joined || gap.gap) }),
    },
    { kind: 'lone_scene', name: 'lone', icon: CircleDashed, fact: () => '' },
    {
      kind: 'region_pair',
      name: 'pairs',
      icon: Unplug,
      fact: (gap: Gap) => t('pairs.fact', { joined: count(gap.joined), wanting: decimal(gap.expected ?? 0) }),
    },
    {
      kind: 'hanging_region',
      name: 'hanging',
      icon: Unlink,
      fact: ({ hangsBy }: Gap) => t(`hanging.${hangsBy ?? 'one_link'}`),
    },
    {
      kind: 'open_question',
      name: 'questions',
      icon: CircleHelp,
      fact: ({ days }: Gap) => (days == null ? '' : t('questions.days', { count: days })),
    },
    {
      kind: 'unwritten_idea',
      name: 'ideas',
      icon: Lightbulb,
      fact: ({ gap }: Gap) => t('ideas.notes', { count: gap }),
    },
    { kind: 'contradiction', name: 'contradictions', icon: Swords, fact: () => '' },
    { kind: 'single_source', name: 'claims', icon: Quote, fact: () => '' },
    { kind: 'broken_chain', name: 'chains', icon: Link2Off, fact: () => '' },
  ] as const;
  return (
    <section className={styles.lists} aria-label={t('lists')}>
      {lists.map(({ kind, name, icon: Icon, fact }) => {
        const own = gaps.filter((gap) => gap.kind === kind);
        if (own.length === 0 && quiet.has(kind)) return null;
        return (
          <div key={kind} className={styles.list}>
            <h2 className={styles.head}>
              <Icon size={17} strokeWidth={1.75} aria-hidden />
              <span className={styles.name}>{t(`${name}.title`)}</span>
              <span className={styles.count}>{own.length}</span>
            </h2>
            {own.length === 0 && (
              <p className={styles.none}>
                {name === 'pairs' && basis !== 'counted' ? t(`pairs.${basis}`) : t(`${name}.none`)}
              </p>
            )}
            <ul>
              {own.slice(0, rows).map((gap) => (
                <li key={gap.id}>
                  <button
                    type="button"
                    className={styles.row}
                    aria-pressed={gap.id === chosen}
                    onClick={() => onChoose(gap.id)}
                  >
                    <span className={styles.title}>{gap.title}</span>
                    <span className={styles.fact}>{fact(gap)}</span>
                  </button>
                </li>
              ))}
            </ul>
            {own.length > rows && <MoreRows gaps={own.slice(rows)} onChoose={onChoose} fact={fact} />}
          </div>
        );
      })}
    </section>
  );
}

function MoreRows({
  gaps,
  onChoose,
  fact,
}: {
  gaps: readonly Gap[];
  onChoose: (id: string) => void;
  fact: (gap: Gap) => string;
}) {
  const t = useTranslations('shell.acts');
  return (
    <details className={styles.more}>
      <summary>
        {t('more')} · {gaps.length}
      </summary>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.id}>
            <button type="button" className={styles.row} onClick={() => onChoose(gap.id)}>
              <span className={styles.title}>{gap.title}</span>
              <span className={styles.fact}>{fact(gap)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
