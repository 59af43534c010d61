import { useTranslations } from 'use-intl';
import type { LearnedEffect } from '../../graph-schema/views/learning-view.ts';
import { useSignalName } from './use-signal-name.ts';

/** What decisions taught, as a person would say it: «реже: …». */
export function useEffectWords(): (effect: LearnedEffect) => string {
  const t = useTranslations('settings.learning');
  const signalName = useSignalName();
  const whatOf = ({ kind, name }: LearnedEffect) => {
    if (kind === 'target') return t('target', { title: name });
    if (kind === 'trait' && (name === 'hub' || name === 'folder')) return t(`trait.${name}`);
    return t('signal', { name: signalName(name) });
  };
  return (effect) => t(effect.effect > 0 ? 'more' : 'less', { what: whatOf(effect) });
}
