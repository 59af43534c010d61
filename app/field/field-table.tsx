'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, Ellipsis, Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RegionDot } from '../_controls/region-dot.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { Speakers } from '../_controls/speakers.tsx';
import { useActsMenu } from '../_edit/acts-menu.tsx';
import { isMenuKey } from '../_edit/menu-key.ts';
import { useMarks } from '../_edit/use-marks.ts';
import { useSight } from '../_edit/use-sight.ts';
import { IconButton } from '../_controls/icon-button.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import heard from '../_controls/heard.module.css';
import styles from './field-table.module.css';
import { tableLens } from './lens/table-lens.ts';
import { useLensWords } from './lens/use-lens-words.ts';
import type { FieldNode } from '../../graph-schema/views/field-view.ts';
import type { MapModel } from './map-model.ts';
import { foldedRegion } from './shown-part.ts';
import { type Column, columns, type SortBy, sortRows } from './sort-rows.ts';

/** Height of a row, CSS pixels. */
const rowHeight = 40;
/** The address holds no more marks than so many. */
const mostMarks = 200;

/** The same content as the map: sortable, filtered by title, worked by keyboard. */
export function FieldTable({ model }: { model: MapModel | undefined }) {
  const t = useTranslations('field');
  const to = useTranslations('shell.origin');
  const tl = useTranslations('lens');
  const lens = model === undefined ? null : tableLens(model);
  const { value } = useLensWords(model?.regions ?? []);
  const te = useTranslations('edit');
  const openActs = useActsMenu();
  const { unfold } = useSight();
  const { marked, setMarked, toggleMarked } = useMarks();
  const [scene, setScene] = useSelectedScene();
  const [sort, setSort] = useState<SortBy>({ column: 'links', isDown: true });
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim().toLowerCase());
  const box = useRef<HTMLDivElement>(null);
  const names = useMemo(
    () => new Map<string, { name: string; hue: number }>(model?.regions.map((region) => [region.id, region])),
    [model],
  );
  const rows = useMemo(
    () =>
      sortRows(
        (model?.nodes ?? []).filter(({ title }) => title.toLowerCase().includes(asked)),
        {
          sort,
          regionName: (id) => (id === null ? '' : (names.get(id)?.name ?? '')),
          lensValue: (node) => lens?.valueOf(node) ?? null,
        },
      ),
    [model, asked, sort, names, lens],
  );
  const isTalk = useMemo(() => model?.nodes.some(({ speakers }) => speakers.length > 0) === true, [model]);
  const isMarked = useMemo(() => new Set(marked), [marked]);
  const isAllMarked = rows.length > 0 && rows.slice(0, mostMarks).every(({ id }) => isMarked.has(id));
  const heads = columns.filter(
    (column) => (column !== 'who' || isTalk) && (column !== 'lens' || lens !== null),
  );
  const titleOf = (column: Column) =>
    column === 'lens' ? tl(`column.${lens?.lens ?? 'age'}`) : t(`column.${column}`);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is off
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const shown = list.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = list.getTotalSize() - (shown.at(-1)?.end ?? 0);

  function sortBy(column: Column) {
    setSort((now) => ({
      column,
      isDown: now.column === column ? !now.isDown : column === 'links' || column === 'lens',
    }));
  }

  function openMenu(node: FieldNode, at: { x: number; y: number }) {
    const ids = marked.length > 1 && marked.includes(node.id) ? marked : [node.id];
    openActs({ ids, regionId: node.regionId, ...at });
  }

  function press(node: FieldNode, event: KeyboardEvent) {
    if (!isMenuKey(event)) return;
    event.preventDefault();
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    openMenu(node, { x: left + 24, y: bottom });
  }

  function markAll() {
    const ids = rows.map(({ id }) => id).filter((id) => foldedRegion(id) === null);
    setMarked(isAllMarked ? [] : ids.slice(0, mostMarks));
  }

  function choose({ id }: FieldNode) {
    const region = foldedRegion(id);
    if (region === null) void setScene(id);
    else unfold(region);
  }

  if (model === undefined) return <SkeletonLines widths={[0.8, 0.7, 0.9, 0.6]} />;
  return (
    <div ref={box} className={styles.box} data-testid="field-table">
      <div className={styles.filter}>
        <Search size={15} strokeWidth={1.75} aria-hidden />
        <input
          className={styles.input}
          value={typed}
          placeholder={t('filter')}
          aria-label={t('filter')}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <table
        className={styles.table}
        data-talk={isTalk}
        aria-label={t('tableTitle')}
        aria-describedby="table-help"
        aria-rowcount={rows.length + 1}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.mark}>
              <input
                type="checkbox"
                className={styles.tick}
                aria-label={te('marks.all')}
                checked={isAllMarked}
                onChange={markAll}
              />
            </th>
            {heads.map((column) => (
              <th
                key={column}
                scope="col"
                className={styles[column === 'lens' ? 'links' : column]}
                aria-sort={sort.column !== column ? 'none' : sort.isDown ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  className={styles.sort}
                  aria-label={t('sort', { column: titleOf(column) })}
                  onClick={() => sortBy(column)}
                >
                  {titleOf(column)}
                  {sort.column === column &&
                    (sort.isDown ? <ArrowDown size={13} aria-hidden /> : <ArrowUp size={13} aria-hidden />)}
                </button>
              </th>
            ))}
            <th scope="col" className={styles.more}>
              <span className={heard.heard}>{te('menu')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {shown.map(({ index }) => {
            const node = rows[index];
            if (node === undefined) return null;
            const region = node.regionId === null ? undefined : names.get(node.regionId);
            return (
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on what is in the row
              <tr
                key={node.id}
                aria-rowindex={index + 2}
                data-selected={node.id === scene}
                data-marked={isMarked.has(node.id)}
                onKeyDown={(event) => press(node, event)}
                onContextMenu={(event) => {
                  event.preventDefault();
                  openMenu(node, { x: event.clientX, y: event.clientY });
                }}
              >
                <td className={styles.mark}>
                  <input
                    type="checkbox"
                    className={styles.tick}
                    aria-label={te('marks.one', { title: node.title })}
                    checked={isMarked.has(node.id)}
                    disabled={foldedRegion(node.id) !== null}
                    onChange={() => toggleMarked(node.id)}
                  />
                </td>
                <th scope="row" className={styles.title}>
                  <button type="button" className={styles.open} dir="auto" onClick={() => choose(node)}>
                    {node.title}
                  </button>
                </th>
                {isTalk && (
                  <td className={styles.who}>
                    <Speakers of={node.speakers} />
                  </td>
                )}
                <td className={styles.region}>
                  <RegionDot hue={region?.hue ?? null} /> {region?.name ?? t('noRegion')}
                </td>
                <td className={styles.kind}>{t(`kind.${node.kind}`)}</td>
                <td className={styles.links}>{node.degree}</td>
                <td className={styles.state}>{t(`state.${node.state}`)}</td>
                <td className={styles.origin}>{to(node.origin)}</td>
                {lens && <td className={styles.links}>{value(lens.lens, lens.valueOf(node))}</td>}
                <td className={styles.more}>
                  <IconButton
                    label={te('marks.row', { title: node.title })}
                    icon={<Ellipsis size={16} aria-hidden />}
                    onClick={(event) => {
                      const { left, bottom } = event.currentTarget.getBoundingClientRect();
                      openMenu(node, { x: left, y: bottom });
                    }}
                  />
                </td>
              </tr>
            );
          })}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
      <p id="table-help" className={heard.heard}>
        {te('marks.rowsHelp')}
      </p>
      {rows.length === 0 && <p className={styles.none}>{t('nothing')}</p>}
    </div>
  );
}

/** Stands for the rows that are not in sight. */
function Gap({ height }: { height: number }) {
  return <tr aria-hidden style={{ height }} />;
}
