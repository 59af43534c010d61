'use client';
import { Collapsible } from '@base-ui/react/collapsible';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ChevronRight, Route, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AlikeView } from '../../graph-schema/views/alike-view.ts';
import type { SceneId } from '../../graph-schema/ids.ts';
import chip from '../_controls/chip.module.css';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { usePathStops } from '../_path/use-path-stops.ts';
import { useNotices } from '../_shell/notices.tsx';
import { useSelectedProposal, useSelectedScene } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './scene-alike.module.css';
import card from './scene-card.module.css';
import history from './scene-history.module.css';

/** What says the most alike by meaning, without a link or with; from each on to how they connect, and to a proposal. Asked only when opened: the first question reads all vectors. */
export function SceneAlike({ id }: { id: SceneId }) {
  const t = useTranslations('alike');
  const [isOpen, setOpen] = useState(false);
  return (
    <Collapsible.Root open={isOpen} onOpenChange={setOpen}>
      <Collapsible.Trigger className={history.trigger}>
        <ChevronRight className={history.sign} size={15} aria-hidden />
        {t('unlinked')}
      </Collapsible.Trigger>
      <Collapsible.Panel>{isOpen && <Near id={id} />}</Collapsible.Panel>
    </Collapsible.Root>
  );
}

/** While the model reads, the question is asked again after so long. Milliseconds. */
const againMs = 10_000;

function Near({ id }: { id: SceneId }) {
  const t = useTranslations('alike');
  const [showsAll, setShowsAll] = useState(false);
  const alike = useQuery(
    useTRPC().field.alike.queryOptions(
      { id, isUnlinked: !showsAll },
      {
        staleTime: 300_000,
        refetchInterval: ({ state }) => (state.data?.hasVector === false ? againMs : false),
      },
    ),
  );
  const { data } = alike;
  return (
    <section aria-label={t('title')} aria-busy={alike.isPending} data-testid="alike">
      <button
        type="button"
        role="switch"
        className={chip.chip}
        aria-checked={showsAll}
        onClick={() => setShowsAll(!showsAll)}
      >
        {t('all')}
      </button>
      {alike.isPending && <SkeletonLines widths={[0.9, 0.8]} />}
      {alike.error && <FaultPanel error={alike.error} onRetry={() => void alike.refetch()} />}
      {data?.hasVector === false && <p className={card.faint}>{t('noVector')}</p>}
      {data?.hasVector === true && data.scenes.length === 0 && (
        <p className={card.faint}>{showsAll ? t('noneNear') : t('none')}</p>
      )}
      <ul>
        {data?.scenes.map((scene) => (
          <AlikeRow key={scene.id} from={id} scene={scene} />
        ))}
      </ul>
    </section>
  );
}

function AlikeRow({ from, scene }: { from: SceneId; scene: AlikeView['scenes'][number] }) {
  const t = useTranslations('alike');
  const { decimal } = useMeasures();
  const [, setScene] = useSelectedScene();
  const [, setProposal] = useSelectedProposal();
  const { connect } = usePathStops();
  const notices = useNotices();
  const { id, title } = scene;
  const propose = useMutation(
    useTRPC().proposals.pair.mutationOptions({
      onError: notices.fault,
      onSuccess(proposed) {
        if (proposed?.state === 'waiting') void setProposal(proposed.id);
        const words = {
          waiting: t('waiting', { title }),
          linked: t('isLinked'),
          decided: t('decided'),
          wordless: t('wordless'),
        };
        notices.say(words[proposed?.state ?? 'wordless']);
      },
    }),
  );
  return (
    <li className={styles.row}>
      <button type="button" className={styles.scene} onClick={() => void setScene(id)}>
        <span dir="auto">{title}</span>
        <span className={card.faint}>
          {t('share', { share: decimal(scene.alike) })}
          {scene.isLinked && ` · ${t('linked')}`}
        </span>
      </button>
      <IconButton
        label={t('path', { title })}
        icon={<Route size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => connect([from, id])}
      />
      {!scene.isLinked && (
        <IconButton
          label={t('propose', { title })}
          icon={<Sparkles size={16} strokeWidth={1.75} aria-hidden />}
          disabled={propose.isPending}
          onClick={() => propose.mutate({ from, to: id })}
        />
      )}
    </li>
  );
}
