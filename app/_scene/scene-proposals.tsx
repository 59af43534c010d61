'use client';
import { useHotkeys } from '@tanstack/react-hotkeys';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { SceneView } from '../../graph-schema/views/scene-view.ts';
import { useSelectedProposal } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { ProposalCard } from './proposal-card.tsx';
import card from './scene-card.module.css';
import { useDecisions } from './use-decisions.ts';

interface Props {
  scene: SceneView;
  hasKeys: boolean;
}

/** What is proposed for this scene, one at a time, decided in place. */
export function SceneProposals({ scene, hasKeys }: Props) {
  const t = useTranslations('scene');
  const { data } = useQuery(useTRPC().proposals.list.queryOptions({ sceneId: scene.id, limit: 50 }));
  const [chosen, setChosen] = useSelectedProposal();
  const { accept, reject } = useDecisions();
  const proposals = data?.proposals ?? [];
  const index = Math.max(
    0,
    proposals.findIndex(({ id }) => id === chosen),
  );
  const proposal = proposals[index];
  const enabled = hasKeys && proposal !== undefined;

  useHotkeys(
    [
      { hotkey: 'A', callback: () => proposal && accept(proposal) },
      { hotkey: 'R', callback: () => proposal && reject(proposal) },
    ],
    { enabled, ignoreInputs: true },
  );

  if (proposal === undefined) return null;
  const step = (by: number) => {
    const next = proposals[(index + by + proposals.length) % proposals.length];
    if (next !== undefined) void setChosen(next.id);
  };
  return (
    <section className={card.section} aria-label={t('proposed')}>
      <h3 className={card.label}>
        {t('proposed')} · {proposals.length}
      </h3>
      <ProposalCard
        proposal={proposal}
        place={{ index: index + 1, count: proposals.length }}
        showsKeys={hasKeys}
        onStep={step}
        onAccept={() => accept(proposal)}
        onReject={() => reject(proposal)}
      />
    </section>
  );
}
