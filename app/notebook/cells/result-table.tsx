'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Table, TablePart, TableValue } from '../../../graph-schema/views/cells/table.ts';
import { Button } from '../../_controls/button.tsx';
import { useNotices } from '../../_shell/notices.tsx';
import { useSelectedScene } from '../../_shell/url-state.ts';
import { useMeasures } from '../../_shell/use-measures.ts';
import { useTRPC } from '../../_trpc/client.ts';
import { useColumnWords, useValueWords } from './column-words.ts';
import styles from './result-table.module.css';

interface Props {
  table: TablePart;
  /** whose further rows can be asked for; without it these are all */
  of?: { notebookId: string; cellId: string };
  label: string;
}

const helping = 500;

/** Rows of a result: scenes open by a press, more rows come when they are asked for, all of it can be copied. */
export function ResultTable({ table, of, label }: Props) {
  const t = useTranslations('notebook.table');
  const { count } = useMeasures();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const nameOf = useColumnWords();
  const shown = useShown();
  const [more, setMore] = useState<Table['rows']>([]);
  const rows = [...table.rows, ...more];
  const fetchMore = useMutation({
    mutationFn: () =>
      queryClient.fetchQuery(
        trpc.notebooks.rows.queryOptions(
          { notebookId: '', cellId: '', ...of, offset: rows.length, limit: helping },
          { staleTime: 0 },
        ),
      ),
    onSuccess: (next) => setMore((before) => [...before, ...next.rows]),
    onError: notices.fault,
  });
  const left = of === undefined ? 0 : table.total - rows.length;

  function copy() {
    const lines = [table.columns, ...rows.map((row) => row.map(plain))];
    void navigator.clipboard
      .writeText(lines.map((line) => line.join('\t')).join('\n'))
      .then(() => notices.say(t('copied', { count: rows.length })));
  }

  return (
    <div className={styles.table}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is wider than the page is scrolled by keys */}
      <section className={styles.scroll} tabIndex={0} aria-label={label}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {nameOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no name and never change their places
              <tr key={at}>
                {row.map((value, column) => (
                  <td key={table.columns[column]}>{shown(value, table.columns[column] ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.foot}>
        <span>{t(table.isCut ? 'firstRows' : 'rows', { count: table.total })}</span>
        {left > 0 && (
          <Button look="quiet" disabled={fetchMore.isPending} onClick={() => fetchMore.mutate()}>
            {t('more', { left: count(left) })}
          </Button>
        )}
        <Button look="quiet" onClick={copy}>
          <Copy size={14} aria-hidden /> {t('copy')}
        </Button>
      </p>
    </div>
  );
}

/** How values are shown: asked for once a table, not once a value. */
function useShown(): (value: TableValue, column: string) => ReactNode {
  const [, setScene] = useSelectedScene();
  const { count, thousandths } = useMeasures();
  const wordsOf = useValueWords();
  return (value, column) => {
    if (value === null) return '—';
    if (typeof value === 'number') {
      const words = Number.isInteger(value) ? count(value) : thousandths(value);
      return <span className={styles.number}>{words}</span>;
    }
    if (typeof value !== 'object') return wordsOf(column, String(value));
    return (
      <button type="button" className={styles.scene} onClick={() => void setScene(value.sceneId)}>
        {value.title}
      </button>
    );
  };
}

function plain(value: TableValue): string {
  const text = value !== null && typeof value === 'object' ? value.title : String(value ?? '');
  return text.replaceAll(/\s+/gu, ' ');
}
