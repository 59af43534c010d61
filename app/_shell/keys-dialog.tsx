'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'use-intl';
import { KeyCap } from '../_controls/key-cap.tsx';
import { DialogHead } from './dialog-head.tsx';
import dialog from './dialog.module.css';
import styles from './keys-dialog.module.css';
import { useDialog } from './url-state.ts';

type Row = readonly [keys: string, words: string];

/** Every key, by place. */
export function KeysDialog() {
  const t = useTranslations();
  const [open, setDialog] = useDialog();
  const groups: { title: string; rows: Row[] }[] = [
    {
      title: t('shell.keys.everywhere'),
      rows: [
        ['Ctrl K', t('shell.keys.palette')],
        ['1 … 6', t('shell.keys.places')],
        ['Ctrl Z', t('shell.keys.undo')],
        ['Ctrl Shift Z', t('shell.keys.redo')],
        ['Esc', t('shell.keys.closeInspector')],
        ['?', t('shell.keys.help')],
      ],
    },
    {
      title: t('field.keys.title'),
      rows: [
        ['← ↑ → ↓', t('field.keys.arrows')],
        ['Enter', t('field.keys.open')],
        ['+  −', t('field.keys.zoom')],
        ['0', t('field.keys.fit')],
        ['F', t('field.keys.neighbourhood')],
        ['P', t('field.keys.path')],
        ['X', t('field.keys.axis')],
        ['V', t('field.keys.views')],
        ['B', t('field.keys.back')],
        ['T', t('field.keys.table')],
        ['L', t('edit.keys.link')],
        ['N', t('edit.keys.new')],
        ['E', t('edit.keys.edit')],
        ['M', t('edit.keys.mark')],
        ['H', t('edit.keys.hide')],
        ['Shift F10', t('edit.keys.menu')],
        [t('edit.keys.pointer').replaceAll(' ', '\u00a0'), t('edit.keys.lasso')],
      ],
    },
    {
      title: t('review.keys.title'),
      rows: [
        ['A', t('review.keys.accept')],
        ['R', t('review.keys.reject')],
        ['E', t('review.keys.edit')],
        ['S', t('review.keys.later')],
        ['L', t('review.keys.look')],
        ['U', t('review.keys.undo')],
        ['J', t('review.keys.next')],
        ['K', t('review.keys.previous')],
      ],
    },
    {
      title: t('notebook.keys.title'),
      rows: [
        ['Shift Enter', t('notebook.keys.runNext')],
        ['Ctrl Enter', t('notebook.keys.run')],
        ['Alt Enter', t('notebook.keys.runInsert')],
        ['Ctrl Shift Enter', t('notebook.keys.runFollowing')],
        ['K  J', t('notebook.keys.select')],
        ['Enter', t('notebook.keys.edit')],
        ['Esc', t('notebook.keys.leave')],
        ['A', t('notebook.keys.above')],
        ['B', t('notebook.keys.below')],
        ['Alt ↑ ↓', t('notebook.keys.move')],
        ['M', t('notebook.keys.kind')],
        ['D D', t('notebook.keys.remove')],
        ['Z', t('notebook.keys.restore')],
      ],
    },
    {
      title: t('conversation.keys.title'),
      rows: [
        ['Enter', t('conversation.keys.ask')],
        ['K  J', t('conversation.keys.turns')],
        ['1 … 5', t('conversation.keys.source')],
        ['S', t('conversation.keys.stop')],
        ['R', t('conversation.keys.again')],
        ['G', t('conversation.keys.goOn')],
        ['N', t('conversation.keys.alone')],
        ['E', t('conversation.keys.edit')],
        ['B', t('conversation.keys.branch')],
        ['M', t('conversation.keys.scene')],
        ['L', t('conversation.keys.link')],
        ['T', t('conversation.keys.prose')],
      ],
    },
  ];
  return (
    <Dialog.Root open={open === 'keys'} onOpenChange={(isOpen) => void setDialog(isOpen ? 'keys' : null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={[dialog.popup, styles.popup].join(' ')}>
          <DialogHead title={t('shell.keys.title')} />
          <div className={styles.groups}>
            {groups.map(({ title, rows }) => (
              <section key={title}>
                <h3 className={styles.group}>{title}</h3>
                <dl className={styles.rows}>
                  {rows.map(([keys, words]) => (
                    <div key={keys} className={styles.row}>
                      <dt className={styles.words}>{words}</dt>
                      <dd className={styles.keys}>
                        <Caps keys={keys} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Caps({ keys }: { keys: string }) {
  const caps = keys.split(/ +/).map((cap, index) => ({ id: `${index}${cap}`, cap }));
  return caps.map(({ id, cap }) => <KeyCap key={id}>{cap}</KeyCap>);
}
