'use client';
import { Copy, Ellipsis, ExternalLink, PenLine, Route, Waypoints, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { SceneView } from '../../graph-schema/views/scene-view.ts';
import { useActsMenu } from '../_edit/acts-menu.tsx';
import { useEditDialog } from '../_edit/use-edit-dialog.ts';
import { IconButton } from '../_controls/icon-button.tsx';
import { RegionDot } from '../_controls/region-dot.tsx';
import { Speakers } from '../_controls/speakers.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useDialog, useSelectedProposal, useSelectedScene } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { usePlace } from '../_shell/use-place.ts';
import styles from './scene-head.module.css';

/** Name and place of a scene, and what can be done with it. Without a scene: only the way out. */
export function SceneHead({ scene, isOwn = false }: { scene: SceneView | null; isOwn?: boolean }) {
  const te = useTranslations('edit');
  const openActs = useActsMenu();
  const { open: openEditor } = useEditDialog();
  const t = useTranslations('scene');
  const tf = useTranslations('field');
  const tp = useTranslations('path');
  const ts = useTranslations('shell.acts');
  const [, setDialog] = useDialog();
  const notices = useNotices();
  const { go } = usePlace();
  const { when } = useMeasures();
  const [, setScene] = useSelectedScene();
  const [, setProposal] = useSelectedProposal();
  const path = scene?.source?.path ?? null;

  function close() {
    void setProposal(null);
    void setScene(null);
  }

  const facts =
    scene === null
      ? []
      : [
          path?.replaceAll('/', ' / ') ??
            (scene.state === 'present' ? tf(`kind.${scene.kind}`) : tf(`state.${scene.state}`)),
          t('links', { count: scene.links.length }),
          scene.at === null ? null : when(scene.at),
        ].filter((fact) => fact !== null);
  return (
    <header className={styles.head}>
      <div className={styles.row}>
        <span className={styles.region}>
          {scene && (
            <>
              <RegionDot hue={scene.region?.hue ?? null} />
              {scene.region?.name ?? tf('noRegion')}
            </>
          )}
        </span>
        {scene?.openInObsidian != null && (
          <a className={styles.act} href={scene.openInObsidian} aria-label={t('open')} title={t('open')}>
            <ExternalLink size={16} strokeWidth={1.75} aria-hidden />
          </a>
        )}
        {scene && isOwn && (
          <IconButton
            label={te('acts.edit')}
            icon={<PenLine size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => openEditor('write', { on: scene.id })}
          />
        )}
        {scene && (
          <IconButton
            label={t('neighbourhood')}
            icon={<Waypoints size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => go('field', { around: scene.rootId })}
          />
        )}
        {scene && (
          <IconButton
            label={tp('act')}
            icon={<Route size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => void setDialog('path')}
          />
        )}
        {path !== null && (
          <IconButton
            label={t('copyPath')}
            icon={<Copy size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => {
              navigator.clipboard.writeText(path).then(() => notices.say(t('pathCopied')), notices.fault);
            }}
          />
        )}
        {scene && (
          <IconButton
            label={te('acts.more')}
            aria-haspopup="menu"
            icon={<Ellipsis size={17} aria-hidden />}
            onClick={(event) => {
              const { left, bottom } = event.currentTarget.getBoundingClientRect();
              openActs({ ids: [scene.id], regionId: scene.region?.id ?? null, x: left, y: bottom });
            }}
          />
        )}
        <IconButton label={ts('close')} icon={<X size={17} aria-hidden />} onClick={close} />
      </div>
      {scene && (
        <>
          {scene.within.length > 0 && (
            <p className={styles.within}>
              {scene.within.map(({ id, title }) => (
                <button key={id} type="button" onClick={() => void setScene(id)}>
                  {title} ›
                </button>
              ))}
            </p>
          )}
          <h2 className={styles.title} dir="auto">
            {scene.title}
          </h2>
          <p className={styles.facts}>{facts.join(' · ')}</p>
          <Speakers of={scene.speakers} />
          {scene.aliases.length > 0 && (
            <p className={styles.facts}>{t('aliases', { names: scene.aliases.join(', ') })}</p>
          )}
        </>
      )}
    </header>
  );
}
