'use client';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../graph-schema/views/field-view.ts';
import type { CellInput, CellView } from '../../graph-schema/views/notebook-view.ts';
import { Button } from '../_controls/button.tsx';
import chip from '../_controls/chip.module.css';
import { useSelectedScene } from '../_shell/url-state.ts';
import { usePlace } from '../_shell/use-place.ts';
import { useTRPC } from '../_trpc/client.ts';
import { MapSketch } from '../field/map-sketch.tsx';
import styles from './cell.module.css';

interface Props {
  cell: CellView;
  input: Extract<CellInput, { kind: 'map' }>;
  onInput: (input: CellInput) => void;
}

/** A view of the field around a scene, as it was when the cell ran. */
export function MapCell({ cell, input, onInput }: Props) {
  const t = useTranslations('notebook');
  const trpc = useTRPC();
  const { go } = usePlace();
  const [, setScene] = useSelectedScene();
  const [typed, setTyped] = useState<string | null>(null);
  const asked = useDeferredValue(typed?.trim() ?? '');
  const chosen = useQuery(
    trpc.field.scene.queryOptions({ id: input.sceneId ?? '' }, { enabled: input.sceneId !== undefined }),
  );
  const found = useQuery(
    trpc.field.suggest.queryOptions({ text: asked, limit: 5 }, { enabled: asked !== '' }),
  );
  const view = cell.result?.kind === 'map' ? cell.result.view : null;
  const title = input.sceneId === undefined ? '' : (chosen.data?.title ?? '…');
  const { sceneId: _none, ...whole } = input;

  return (
    <>
      <div className={styles.line}>
        <input
          className={styles.input}
          aria-label={t('mapScene')}
          placeholder={`${t('mapScenePrompt')} (${t('mapWhole').toLowerCase()})`}
          value={typed ?? title}
          onChange={(event) => {
            setTyped(event.target.value);
            if (event.target.value === '') onInput(whole);
          }}
        />
        <input
          className={[styles.input, styles.number].join(' ')}
          type="number"
          min={1}
          max={3}
          aria-label={t('mapDepth')}
          value={input.depth}
          onChange={(event) =>
            onInput({ ...input, depth: Math.min(3, Math.max(1, Number(event.target.value) || 1)) })
          }
        />
      </div>
      {typed !== null && asked !== '' && (
        <div className={styles.suggest}>
          {found.data?.map(({ id, title: name }) => (
            <button
              key={id}
              type="button"
              className={chip.chip}
              onClick={() => {
                onInput({ ...input, sceneId: id });
                setTyped(null);
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
      {view && (
        <>
          <MapSketch
            label={t('mapOf', { scenes: view.nodes.length, links: view.edges.length })}
            points={pointsOf(view)}
            lines={view.edges}
            onScene={(id) => void setScene(id)}
          />
          <div className={styles.line}>
            <span className={styles.faint}>
              {t('mapOf', { scenes: view.nodes.length, links: view.edges.length })}
            </span>
            <Button
              look="quiet"
              onClick={() =>
                go(
                  'field',
                  input.sceneId === undefined ? {} : { around: input.sceneId, depth: String(input.depth) },
                )
              }
            >
              {t('mapOpen')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function pointsOf(view: FieldView) {
  const hues = new Map<string, number>(view.regions.map(({ id, hue }) => [id, hue]));
  return view.nodes.map(({ id, title, x, y, regionId, state }) => ({
    id,
    title,
    x,
    y,
    hue: regionId === null ? null : (hues.get(regionId) ?? null),
    isHollow: state === 'missing',
  }));
}
