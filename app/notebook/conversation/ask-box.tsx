'use client';
import { Send, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_controls/button.tsx';
import chip from '../../_controls/chip.module.css';
import styles from './talk.module.css';

interface Props {
  ref?: Ref<HTMLTextAreaElement>;
  prompt: string;
  first?: string;
  isAsking: boolean;
  /** scenes that are selected */
  context: readonly { id: string; title: string }[];
  onContextOff?: (id: string) => void;
  /** a question is about to be written */
  onBegin?: () => void;
  onAsk: (question: string) => void;
  /** takes back what was begun; without it there is nothing to take back */
  onCancel?: () => void;
}

/** Where a question is written: Enter asks, Shift Enter begins a line. */
export function AskBox({
  ref,
  prompt,
  first = '',
  isAsking,
  context,
  onContextOff,
  onBegin,
  onAsk,
  onCancel,
}: Props) {
  const t = useTranslations('conversation');
  const [text, setText] = useState(first);

  function send() {
    if (text.trim() === '' || isAsking) return;
    onAsk(text.trim());
    setText('');
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape' && onCancel !== undefined) {
      event.stopPropagation();
      onCancel();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Enter is the box's: the cell around it would run and go on
    event.stopPropagation();
    if (event.shiftKey) return;
    event.preventDefault();
    send();
  }

  return (
    <div className={styles.ask}>
      {context.length > 0 && (
        <p className={styles.context}>
          {t('context')}
          {context.map(({ id, title }) => (
            <span key={id} className={chip.chip}>
              {title}
              {onContextOff && (
                <button
                  type="button"
                  aria-label={t('contextOff', { title })}
                  onClick={() => onContextOff(id)}
                >
                  <X size={14} aria-hidden />
                </button>
              )}
            </span>
          ))}
        </p>
      )}
      <div className={styles.line}>
        <textarea
          ref={ref}
          className={styles.question}
          aria-label={t('label')}
          placeholder={prompt}
          rows={1}
          value={text}
          onFocus={onBegin}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
        />
        {onCancel && <Button onClick={onCancel}>{t('acts.cancel')}</Button>}
        <Button look="main" disabled={isAsking || text.trim() === ''} onClick={send}>
          <Send size={16} strokeWidth={1.75} aria-hidden />
          {t('ask')}
        </Button>
      </div>
    </div>
  );
}
