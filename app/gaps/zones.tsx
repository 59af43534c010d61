'use client';
import { useMutation } from '@tanstack/react-query';
import { Flame, FlameKindling, X } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import type { GapsView, Zone } from '../../graph-schema/views/gap.ts';
import { Button } from '../_controls/button.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import { useVault } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import { ClosingActs } from './closing-acts.tsx';
import { useChosen, usePreview } from './use-acceptances.ts';
import { useTold } from './use-told.ts';
import styles from './zones.module.css';
import { useQuotes } from '../_shell/use-quotes.ts';

/** Which zones are lit together, now and with what is ticked; the plan that joins the most; the shipped set where a note asks for it. */
export function Zones({ view, onChoose }: { view: GapsView; onChoose: (gap: string) => void }) {
  const t = useTranslations('gaps.zones');
  const preview = usePreview(null);
  const { chosen } = useChosen();
  const { zones, offered } = view;
  if (zones.length === 0 && offered.length === 0) return null;
  const lit = zones.filter(({ isLit }) => isLit).length;
  const after = new Set(preview?.lit.after);
  const dark = zones.filter(({ isLit }) => !isLit);
  return (
    <section className={styles.zones} aria-label={t('label')} data-testid="zones">
      {zones.length > 0 && (
        <p className={styles.sum}>
          <Flame size={17} strokeWidth={1.75} aria-hidden />
          <strong>{t('lit', { lit, of: zones.length })}</strong>
          {preview && (
            <span className={styles.after}>
              {t('after', { count: chosen.length, lit: after.size, of: zones.length })}
            </span>
          )}
        </p>
      )}
      {dark.length > 0 && (
        <ul className={styles.list}>
          {dark.map((zone) => (
            <DarkZone key={zone.id} zone={zone} view={view} lights={after.has(zone.id)} onChoose={onChoose} />
          ))}
        </ul>
      )}
      <ClosingActs view={view} />
      {offered.length > 0 && <Offer names={offered} />}
    </section>
  );
}

const mostNamed = 3;

interface DarkProps {
  zone: Zone;
  view: GapsView;
  lights: boolean;
  onChoose: (gap: string) => void;
}

function DarkZone({ zone, view: { regions, gaps }, lights, onChoose }: DarkProps) {
  const t = useTranslations('gaps.zones');
  const { quoted } = useQuotes();
  const { count } = useMeasures();
  const { remove } = useZoneActs(zone.name);
  const { joined, reached, chance, missing } = zone;
  const others = regions.filter(({ id }) => id !== zone.id);
  const beyond = others.filter(({ id }) => !reached.includes(id)).map(({ name }) => quoted(name));
  const wants = [
    joined < (chance === null ? 1 : 2) ? t('wantsLinks', { count: joined }) : null,
    chance !== null && reached.length < chance.low
      ? t('wantsReach', {
          names: beyond.slice(0, mostNamed).join(', '),
          more: Math.max(0, beyond.length - mostNamed),
          reached: count(reached.length),
          of: count(others.length),
          least: count(Math.ceil(chance.low)),
        })
      : null,
    missing.length > 0 ? t('wantsScenes', { count: missing.length }) : null,
  ].filter((words) => words !== null);
  return (
    <li className={styles.zone}>
      <FlameKindling size={15} strokeWidth={1.75} aria-hidden />
      <span className={styles.name}>{zone.name}</span>
      <span className={styles.wants}>{lights ? t('lights') : wants.join('; ')}</span>
      {!lights && <MissingScenes missing={missing} gaps={gaps} onChoose={onChoose} />}
      {zone.kind === 'named' && (
        <IconButton
          label={t('remove', { name: zone.name })}
          icon={<X size={15} aria-hidden />}
          onClick={() => remove.mutate({ id: zone.id })}
        />
      )}
    </li>
  );
}

/** The scenes that nobody wrote, each the way to what the notes say of it; those past the listed gaps are named alone. */
function MissingScenes({
  missing,
  gaps,
  onChoose,
}: Pick<Zone, 'missing'> & Pick<GapsView, 'gaps'> & Pick<DarkProps, 'onChoose'>) {
  const t = useTranslations('gaps.zones');
  const { quoted } = useQuotes();
  const gapOf = (id: string) =>
    gaps.find(({ kind, sceneId }) => kind === 'missing_scene' && sceneId === id)?.id;
  const rest = missing.length - mostNamed;
  return (
    <>
      {missing.slice(0, mostNamed).map(({ id, title }) => {
        const gap = gapOf(id);
        return gap === undefined ? (
          <span key={id} className={styles.wants}>
            {quoted(title)}
          </span>
        ) : (
          <button key={id} type="button" className={styles.missing} onClick={() => onChoose(gap)}>
            {quoted(title)}
          </button>
        );
      })}
      {rest > 0 && <span className={styles.wants}>{t('wantsMore', { count: rest })}</span>}
    </>
  );
}

function Offer({ names }: { names: readonly string[] }) {
  const t = useTranslations('gaps.zones');
  const language = useLocale() === 'ru' ? 'ru' : 'en';
  const [vault] = useVault();
  const { keep } = useZoneActs('');
  return (
    <div className={styles.acts}>
      <Button
        look="main"
        disabled={keep.isPending}
        title={names.join(', ')}
        onClick={() => keep.mutate({ language, ...(vault !== null && { vaultId: vault }) })}
      >
        {t('offer', { count: names.length })}
      </Button>
    </div>
  );
}

/** Each act offers its undo. `name`: of the zone that may be removed. */
function useZoneActs(name: string) {
  const t = useTranslations('gaps.zones');
  const trpc = useTRPC();
  const told = useTold();
  return {
    keep: useMutation(trpc.gaps.keepOffered.mutationOptions(told(() => t('saidKept')))),
    remove: useMutation(trpc.gaps.removeZone.mutationOptions(told(() => t('saidRemoved', { name })))),
  };
}
