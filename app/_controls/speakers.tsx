import { Bot, UserRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Speaker } from '../../graph-schema/views/speaker.ts';
import type { Evidence } from '../../graph-schema/evidence.ts';
import styles from './speakers.module.css';

/** Names that stand in one line; more are a number. */
const most = 3;

/** Who says it: the names, each with the sign of a person or a model. Nothing where nobody speaks. */
export function Speakers({ of }: { of: readonly Speaker[] }) {
  const t = useTranslations('scene.speaks');
  if (of.length === 0) return null;
  return (
    <span className={styles.speakers}>
      {of.slice(0, most).map(({ name, role }) => (
        <span key={`${role} ${name}`} className={styles.speaker}>
          {role === 'person' && <UserRound size={13} strokeWidth={1.75} aria-label={t('person')} />}
          {role === 'model' && <Bot size={13} strokeWidth={1.75} aria-label={t('model')} />}
          {name}
        </span>
      ))}
      {of.length > most && <span>+{of.length - most}</span>}
    </span>
  );
}

/** Each who says one of the quotes, once. */
export function speakersOf(evidence: readonly Evidence[]): Speaker[] {
  const speakers = evidence.flatMap(({ speaker }) => speaker ?? []);
  return speakers.filter(
    ({ name, role }, at) => speakers.findIndex((one) => one.name === name && one.role === role) === at,
  );
}
