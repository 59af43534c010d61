'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useQueries, useQuery } from '@tanstack/react-query';
import { ArrowLeftRight, Spline } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type RelationKind, relationKinds } from '../../graph-schema/link-kinds.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { EditFrame } from './edit-frame.tsx';
import heard from '../_controls/heard.module.css';
import styles from './edit.module.css';
import { focusOnce } from './focus-once.ts';
import { QuoteChoice } from './quote-choice.tsx';
import { ScenePicker } from './scene-picker.tsx';
import { useEditDialog } from './use-edit-dialog.ts';
import { useEdits } from './use-edits.ts';

/** A link from one scene: first the other end, then what it says and why. With several other ends, one to each. */
export function LinkDialog({ on, to }: { on: string; to: readonly string[] }) {
  return to.length === 0 ? <OtherEnd on={on} /> : <LinkForm on={on} to={to} />;
}

function OtherEnd({ on }: { on: string }) {
  const t = useTranslations('edit.pick');
  const { open } = useEditDialog();
  const { data } = useQuery(useTRPC().editing.read.queryOptions({ id: on }));
  const label = t('link', { title: data?.title ?? '' });
  return (
    <>
      <Dialog.Title className={heard.heard}>{label}</Dialog.Title>
      <ScenePicker
        icon={<Spline size={18} strokeWidth={1.75} aria-hidden />}
        label={label}
        hint={t('hint')}
        nobody={t('nobody')}
        without={[on]}
        onPick={({ id }) => open('link', { on, to: [id] })}
      />
    </>
  );
}

function LinkForm({ on, to }: { on: string; to: readonly string[] }) {
  const t = useTranslations('edit');
  const tr = useTranslations('review.relation');
  const trpc = useTRPC();
  const { close, open } = useEditDialog();
  const { draw, say } = useEdits();
  const [selected, setScene] = useSelectedScene();
  const [kind, setKind] = useState<RelationKind>('links_to');
  const [isTurned, setTurned] = useState(false);
  const [quote, setQuote] = useState('');
  const [reason, setReason] = useState('');
  const ends = useQueries({
    queries: [on, ...to].map((id) => trpc.editing.read.queryOptions({ id })),
  });
  const fault = ends.find(({ error }) => error !== null)?.error;
  if (fault) return <EditFrame title={t('link.title')}>{<FaultPanel error={fault} />}</EditFrame>;
  const [own, ...others] = ends.map(({ data }) => data);
  const [other] = others;
  if (own === undefined || other === undefined)
    return (
      <EditFrame title={t('link.title')}>
        <SkeletonLines widths={[0.8, 0.6, 0.7]} />
      </EditFrame>
    );
  const isMany = to.length > 1;
  const [from, target] = isTurned ? [other, own] : [own, other];
  const sentence = (relation: string) => t('link.sentence', { from: from.title, relation, to: target.title });

  function save(event: FormEvent) {
    event.preventDefault();
    const more = { ...(quote !== '' && { quote }), ...(reason.trim() !== '' && { reason: reason.trim() }) };
    const links = to.map((id) => {
      const [a, b] = isTurned ? [id, on] : [on, id];
      return { from: a, to: b, kind, ...more };
    });
    const said = isMany
      ? t('said.linkedMany', { count: links.length })
      : t('said.linked', { from: from.title, to: target.title });
    draw.mutate(
      { links },
      {
        onSuccess({ number }) {
          say(said, number);
          if (selected === null) void setScene(on);
          close();
        },
      },
    );
  }

  return (
    <EditFrame
      title={t('link.title')}
      lead={isMany ? t('link.many', { count: to.length, from: own.title }) : sentence(tr(kind))}
    >
      <form className={styles.form} onSubmit={save}>
        <fieldset className={styles.kinds}>
          <legend className={styles.label}>{t('link.kind')}</legend>
          {relationKinds.map((one) => (
            <label key={one} className={styles.kind}>
              <input
                type="radio"
                name="kind"
                value={one}
                checked={kind === one}
                ref={one === 'links_to' ? focusOnce : undefined}
                onChange={() => setKind(one)}
              />
              {tr(one)}
            </label>
          ))}
        </fieldset>
        <div className={styles.line}>
          <Button onClick={() => setTurned(!isTurned)} aria-pressed={isTurned}>
            <ArrowLeftRight size={15} aria-hidden />
            {t('link.turn')}
          </Button>
          {!isMany && (
            <Button look="quiet" onClick={() => open('link', { on })}>
              {t('link.other')}
            </Button>
          )}
        </div>
        {!isMany && (
          <QuoteChoice
            key={from.id}
            body={from.body}
            about={target.title}
            value={quote}
            onChoose={setQuote}
          />
        )}
        <label className={styles.field}>
          <span className={styles.label}>
            {t('link.reason')} <span className={styles.faint}>{t('link.optional')}</span>
          </span>
          <textarea
            className={styles.short}
            dir="auto"
            value={reason}
            maxLength={2000}
            rows={2}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className={styles.acts}>
          <Button type="submit" look="main" size="large" disabled={draw.isPending}>
            {draw.isPending ? t('scene.saving') : t('link.save')}
          </Button>
        </div>
      </form>
    </EditFrame>
  );
}
