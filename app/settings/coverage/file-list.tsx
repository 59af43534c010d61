'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Constructs, CoverageFile } from '../../../graph-schema/views/coverage.ts';
import { useMeasures } from '../../_shell/use-measures.ts';
import styles from './coverage.module.css';
import { useConstructName } from './use-construct-name.ts';

/** Height of a row, CSS pixels. */
const rowHeight = 56;
const mostNamed = 4;

/** Files with their state, and what is worth knowing of each. */
export function FileList({ files }: { files: readonly CoverageFile[] }) {
  const t = useTranslations('coverage');
  const box = useRef<HTMLElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is off
  const list = useVirtualizer({
    count: files.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section ref={box} className={styles.list} tabIndex={0} aria-label={t('files')}>
      <ul className={styles.rows} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const file = files[index];
          return file && <FileRow key={file.path} file={file} top={start} />;
        })}
      </ul>
    </section>
  );
}

function FileRow({ file, top }: { file: CoverageFile; top: number }) {
  const t = useTranslations('coverage');
  const reasons = useTranslations('vault.skipped');
  const { path, state, reason } = file;
  const known = reason !== null && reasons.has(reason as 'unreadable');
  return (
    <li className={styles.file} data-state={state} style={{ transform: `translateY(${top}px)` }}>
      <span className={styles.path} title={path}>
        {path}
      </span>
      <span className={styles.what}>
        <span className={styles.mark}>{t(`state.${state}`)}</span>
        {reason === null ? (
          <Taken constructs={file.constructs} />
        ) : known ? (
          reasons(reason as 'unreadable')
        ) : (
          reason
        )}
      </span>
    </li>
  );
}

function Taken({ constructs }: { constructs: Constructs }) {
  const nameOf = useConstructName();
  const { count } = useMeasures();
  const most = Object.entries(constructs)
    .toSorted((a, b) => b[1].taken - a[1].taken)
    .slice(0, mostNamed);
  return <>{most.map(([name, { taken }]) => `${nameOf(name)} ${count(taken)}`).join(' · ')}</>;
}
