'use client';
import { ArrowDown, ArrowUp, Play, Plus, Shapes, Trash2 } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import {
  CellInput,
  cellName,
  type CellView,
  type InputKind,
  type InputOf,
  type ResultOf,
} from '../../graph-schema/views/notebook-view.ts';
import { IconButton } from '../_controls/icon-button.tsx';
import { CellFacts } from './cell-facts.tsx';
import { CellTrouble } from './cell-trouble.tsx';
import styles from './cell.module.css';
import type { CellKindView } from './cells/cell-view.ts';
import { kindView } from './cells/cell-kind-views.ts';
import { KindMenu } from './kind-menu.tsx';
import { useCellDraft } from './use-cell-draft.ts';
import { useCellKeys } from './use-cell-keys.ts';
import type { NotebookActs } from './use-notebook.ts';

interface Props {
  /** whether its parts are drawn already */
  isDrawn: boolean;
  cell: CellView;
  notebookId: string;
  index: number;
  count: number;
  /** names of all cells, joined by a space */
  names: string;
  acts: NotebookActs;
  column: ColumnActs;
}

/** What a cell asks of the column that it stands in. */
export interface ColumnActs {
  /** puts the focus on the cell at this place; beyond the last one a new one is added */
  focus(index: number): void;
  addAt(index: number, kind: InputKind): void;
  remove(id: string): void;
  restore(): void;
  onBeside(id: string): void;
}

/** One cell; where it is not drawn yet, the room that it takes. */
export const Cell = memo(function Cell({ isDrawn, ...parts }: Props) {
  if (isDrawn) return <DrawnCell {...parts} />;
  return (
    <article
      className={styles.cell}
      data-cell={parts.cell.id}
      data-kind={parts.cell.input.kind}
      data-state={parts.cell.state}
      aria-busy
    />
  );
});

/** On the cell itself keys command it; Enter goes inside to edit, Esc comes out again. */
function DrawnCell({ cell, notebookId, index, count, names, acts, column }: Omit<Props, 'isDrawn'>) {
  const t = useTranslations('notebook');
  const box = useRef<HTMLElement>(null);
  const draft = useCellDraft(cell, { save: acts.save, onBeside: column.onBeside });
  const { input } = draft;
  const isProse = input.kind === 'prose';
  const { icon: Sign, runs: isRun = true } = kindView(input.kind);
  const [isEditing, setEditing] = useState(isProse && input.text === '' && cell.edition === 1);
  const [isChoosing, setChoosing] = useState(false);
  const isBusy = cell.state === 'running' || cell.state === 'queued';

  async function run(then: 'stay' | 'next' | 'insert' | 'following') {
    setEditing(false);
    box.current?.focus();
    if (then === 'next') column.focus(index + 1);
    if (then === 'insert') column.addAt(index + 1, 'prose');
    await draft.flush();
    if (isRun) acts.run(cell.id, then === 'following');
  }

  function edit() {
    // what is typed right after the key goes inside already
    flushSync(() => setEditing(true));
    box.current
      ?.querySelector('[data-fields]')
      ?.querySelector<HTMLElement>('textarea, input, select')
      ?.focus();
  }

  const press = useCellKeys({
    box,
    edit,
    run: (then) => void run(then),
    leave() {
      setEditing(false);
      void draft.flush();
      box.current?.focus();
    },
    step: (by) => column.focus(Math.max(0, Math.min(count - 1, index + by))),
    move: (by) => acts.move(cell.id, by),
    add: (offset) => column.addAt(index + offset, 'prose'),
    remove: () => column.remove(cell.id),
    restore: column.restore,
    chooseKind: () => setChoosing(true),
  });

  const become = (kind: InputKind) => {
    const words = 'text' in input ? { text: input.text } : {};
    draft.change({ input: CellInput.parse({ kind, ...words }) });
    void draft.flush();
  };
  const kind = t(`cell.${input.kind}`);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a cell takes commands by key
    <article
      ref={box}
      className={styles.cell}
      data-cell={cell.id}
      data-kind={input.kind}
      data-state={cell.state}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is where those keys arrive
      tabIndex={0}
      aria-label={t('cellLabel', { kind, index: index + 1, count })}
      onKeyDown={press}
      onFocus={({ target }) => {
        if (!isProse && target.matches('textarea, select')) setEditing(true);
      }}
      onBlur={({ currentTarget, relatedTarget, target }) => {
        const hasLeft = relatedTarget === null ? isProse : !currentTarget.contains(relatedTarget);
        // in another window the text is still being written
        if (hasLeft && document.activeElement !== target) setEditing(false);
      }}
    >
      {!isProse && (
        <header className={styles.head}>
          <Sign size={15} strokeWidth={1.75} aria-hidden />
          <span className={styles.kind}>{kind}</span>
          <NameInput name={draft.name} onName={(name) => draft.change({ name })} />
          {cell.uses.length > 0 && (
            <span className={styles.uses}>
              {t('uses', { names: cell.uses.map((name) => `$${name}`).join(', ') })}
            </span>
          )}
        </header>
      )}
      <div className={styles.body} data-fields>
        <Body
          cell={cell}
          notebookId={notebookId}
          input={input}
          isEditing={isEditing}
          names={names}
          onInput={(next) => draft.change({ input: next })}
          onEdit={edit}
        />
        {cell.problem && !isBusy && <CellTrouble problem={cell.problem} />}
        {isRun && <CellFacts cell={cell} isUnsaved={draft.isUnsaved} />}
      </div>
      <div className={styles.acts}>
        {isRun && (
          <IconButton
            label={t('run')}
            icon={<Play size={15} aria-hidden />}
            disabled={isBusy}
            onClick={() => void run('stay')}
          />
        )}
        <KindMenu
          title={t('addBelow')}
          trigger={<IconButton label={t('addBelow')} icon={<Plus size={15} aria-hidden />} />}
          onChoose={(chosen) => column.addAt(index + 1, chosen)}
        />
        <KindMenu
          title={t('changeKind')}
          isOpen={isChoosing}
          after={box}
          onOpen={setChoosing}
          trigger={<IconButton label={t('changeKind')} icon={<Shapes size={15} aria-hidden />} />}
          onChoose={become}
        />
        <IconButton
          label={t('up')}
          icon={<ArrowUp size={15} aria-hidden />}
          disabled={index === 0}
          onClick={() => acts.move(cell.id, -1)}
        />
        <IconButton
          label={t('down')}
          icon={<ArrowDown size={15} aria-hidden />}
          disabled={index === count - 1}
          onClick={() => acts.move(cell.id, 1)}
        />
        <IconButton
          label={t('remove')}
          icon={<Trash2 size={15} aria-hidden />}
          onClick={() => column.remove(cell.id)}
        />
      </div>
    </article>
  );
}

function NameInput({ name, onName }: { name: string | null; onName: (name: string | null) => void }) {
  const t = useTranslations('notebook.name');
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typed !== '' && !cellName.test(typed);
  return (
    <label className={styles.name}>
      <span aria-hidden>$</span>
      <input
        aria-label={t('label')}
        aria-invalid={isWrong}
        title={isWrong ? t('wrong') : t('hint')}
        placeholder={t('none')}
        size={Math.max(6, (typed ?? name ?? '').length)}
        value={typed ?? name ?? ''}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          const next = target.value.replace(/^\$/u, '').normalize('NFC');
          setTyped(next);
          if (next === '' || cellName.test(next)) onName(next === '' ? null : next);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}

interface BodyProps<K extends InputKind> {
  cell: CellView;
  notebookId: string;
  input: InputOf<K>;
  isEditing: boolean;
  names: string;
  onInput: (input: CellInput) => void;
  onEdit: () => void;
}

/** What a cell asks and what came of it, by its kind. */
function Body<K extends InputKind>({ cell, input, names, ...rest }: BodyProps<K>) {
  const { View }: CellKindView<K> = kindView<K>(input.kind as K);
  const result = cell.result?.kind === input.kind ? (cell.result as ResultOf<K>) : null;
  const others = names.split(' ').filter((name) => name !== '' && name !== cell.name);
  return <View cell={cell} input={input} result={result} names={others} {...rest} />;
}
