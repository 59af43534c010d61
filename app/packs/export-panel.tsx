'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useDialog, useSelectedScene } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './packs.module.css';
import { saveText } from '../_shell/save-text.ts';

const whats = ['all', 'scene', 'region'] as const;
type What = (typeof whats)[number];

/** Signs of the file shown before it is saved. */
const shownSigns = 4000;

/** All of the field, a scene with what is around it, or a region: gathered, looked at, saved. */
export function ExportPanel() {
  const t = useTranslations('packs.export');
  const trpc = useTRPC();
  const notices = useNotices();
  const { bytes } = useMeasures();
  const [sceneId] = useSelectedScene();
  const [what, setWhat] = useState<What>(sceneId === null ? 'all' : 'scene');
  const [depth, setDepth] = useState(1);
  const [region, setRegion] = useState('');
  const { data: field } = useQuery(trpc.field.view.queryOptions({ zoom: 'regions' }));
  const made = useMutation(trpc.packs.export.mutationOptions({ onError: notices.fault }));
  const regionId = region || (field?.regions[0]?.id ?? '');
  const isReady = what === 'all' || (what === 'scene' ? sceneId !== null : regionId !== '');

  function prepare() {
    if (what === 'all') made.mutate({ what });
    if (what === 'scene' && sceneId !== null) made.mutate({ what, sceneId, depth });
    if (what === 'region') made.mutate({ what, regionId });
  }

  return (
    <>
      <section className={styles.card}>
        <h2 className={styles.name}>{t('title')}</h2>
        <RadioGroup
          className={styles.choice}
          aria-label={t('title')}
          value={what}
          onValueChange={(value) => {
            made.reset();
            setWhat(whats.find((one) => one === value) ?? 'all');
          }}
        >
          {whats.map((one) => (
            <Option key={one} value={one} words={t(one)} />
          ))}
        </RadioGroup>
        {what === 'scene' && <SceneChoice depth={depth} onDepth={setDepth} />}
        {what === 'region' && (
          <div className={styles.under}>
            <select
              className={styles.select}
              aria-label={t('pickRegion')}
              value={regionId}
              onChange={(event) => setRegion(event.target.value)}
            >
              {field?.regions.map(({ id, name, scenes }) => (
                <option key={id} value={id}>
                  {name} · {scenes}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className={styles.acts}>
          <Button look="main" size="large" disabled={!isReady || made.isPending} onClick={prepare}>
            {made.isPending ? t('preparing') : t('prepare')}
          </Button>
        </div>
      </section>
      {made.data && (
        <section className={styles.card} data-testid="export-ready">
          <p>
            {t('ready', {
              scenes: made.data.scenes,
              concepts: made.data.concepts,
              links: made.data.links,
              size: bytes(made.data.bytes),
            })}
          </p>
          <p className={styles.faint}>{t('digest', { digest: made.data.digest })}</p>
          <div className={styles.acts}>
            <Button look="main" onClick={() => made.data && saveText(made.data.fileName, made.data.text)}>
              <Download size={16} strokeWidth={1.75} aria-hidden />
              {t('download', { file: made.data.fileName })}
            </Button>
          </div>
          <p className={styles.faint}>{t('text')}</p>
          <pre className={styles.text}>{made.data.text.slice(0, shownSigns)}</pre>
        </section>
      )}
    </>
  );
}

function Option({ value, words }: { value: string; words: string }) {
  const id = useId();
  return (
    <div className={styles.option}>
      <Radio.Root value={value} className={styles.radio} aria-labelledby={id}>
        <Radio.Indicator className={styles.mark} />
      </Radio.Root>
      <span id={id}>{words}</span>
    </div>
  );
}

function SceneChoice({ depth, onDepth }: { depth: number; onDepth: (depth: number) => void }) {
  const t = useTranslations('packs.export');
  const [sceneId] = useSelectedScene();
  const [, setDialog] = useDialog();
  const { data: scene } = useQuery(
    useTRPC().field.scene.queryOptions({ id: sceneId ?? '' }, { enabled: sceneId !== null }),
  );
  return (
    <div className={styles.under}>
      <span>{scene === undefined ? t('noScene') : t('chosen', { title: scene.title })}</span>
      <Button onClick={() => void setDialog('search')}>{t('pickScene')}</Button>
      {scene !== undefined && (
        <label className={styles.row}>
          {t('depth')}
          <select
            className={styles.select}
            value={depth}
            onChange={(event) => onDepth(Number(event.target.value))}
          >
            {[0, 1, 2, 3].map((steps) => (
              <option key={steps}>{steps}</option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
