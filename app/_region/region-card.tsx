'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { ReactNode } from 'react';
import type { RegionId } from '../../graph-schema/ids.ts';
import type { RegionSaid } from '../../graph-schema/views/region-view.ts';
import { AnswerCard } from '../_scene/answer-card.tsx';
import { useFieldState, useSelectedScene } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import { RegionName } from './region-name.tsx';
import { RegionNeighbours } from './region-neighbours.tsx';
import styles from './region.module.css';

/** What the region that is looked at is about: its name and how much of it bears that out, its main scenes, questions, news, neighbours. */
export function RegionCard({ id }: { id: string }) {
  const t = useTranslations('region');
  const { day } = useMeasures();
  const [, setState] = useFieldState();
  const trpc = useTRPC();
  const region = useQuery(trpc.field.regionView.queryOptions({ id: id as RegionId }));
  // what takes longer comes after
  const { data: said } = useQuery(trpc.field.regionSaid.queryOptions({ id: id as RegionId }));
  const { data } = region;
  return (
    <AnswerCard
      label={t('label')}
      title={data?.name ?? t('label')}
      testId="region-card"
      asked={region}
      onClose={() => void setState({ region: null })}
    >
      {data && (
        <div className={styles.card}>
          <RegionName region={data} />
          <p>
            {said === undefined
              ? t('counting')
              : t('covered', { covered: said.covered, notes: data.notes, name: data.name })}
            {data.named === 'person' && <span className={styles.faint}> · {t('byPerson')}</span>}
          </p>
          <p className={styles.faint}>{t('numbers', { notes: data.notes, ...data.links })}</p>
          {data.describes.length > 0 && (
            <p>
              <span className={styles.faint}>{t('describes')}: </span>
              {data.describes.join(', ')}
            </p>
          )}
          <Scenes
            title={t('parts')}
            scenes={data.parts.map(({ name, notes, main }) => ({
              id: main.id,
              title: name,
              after: t('someNotes', { count: notes }),
            }))}
          />
          <Scenes
            title={t('main')}
            scenes={data.main.map((scene) => ({ ...scene, after: t('links', { count: scene.links }) }))}
          />
          {said && <Questions questions={said.questions} />}
          <Scenes
            title={t('latest')}
            scenes={data.latest.map((scene) => ({ ...scene, after: day(scene.day) }))}
          />
          <Scenes
            title={t('missing')}
            scenes={data.missing.map((scene) => ({
              ...scene,
              after: t('someNotes', { count: scene.calls }),
            }))}
          />
          <RegionNeighbours region={data} />
        </div>
      )}
    </AnswerCard>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.label}>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function Scenes({
  title,
  scenes,
}: {
  title: string;
  scenes: readonly { id: string; title: string; after: string }[];
}) {
  const [, setScene] = useSelectedScene();
  if (scenes.length === 0) return null;
  return (
    <Part title={title}>
      {scenes.map((scene) => (
        <li key={scene.id}>
          <button type="button" className={styles.row} onClick={() => void setScene(scene.id)}>
            <span className={styles.name} dir="auto">
              {scene.title}
            </span>
            <span className={styles.faint}>{scene.after}</span>
          </button>
        </li>
      ))}
    </Part>
  );
}

function Questions({ questions }: Pick<RegionSaid, 'questions'>) {
  const t = useTranslations('region');
  const [, setScene] = useSelectedScene();
  if (questions.length === 0) return null;
  return (
    <Part title={t('questions')}>
      {questions.map(({ id, title, question }) => (
        <li key={id}>
          <button type="button" className={styles.question} onClick={() => void setScene(id)}>
            <span dir="auto">{question}</span>
            <span className={styles.faint} dir="auto">
              {title}
            </span>
          </button>
        </li>
      ))}
    </Part>
  );
}
