import type { ComponentProps } from 'react';
import { KeyCap } from './key-cap.tsx';
import styles from './button.module.css';

interface Props extends ComponentProps<'button'> {
  look?: 'main' | 'plain' | 'quiet' | 'danger';
  size?: 'ordinary' | 'large';
  /** the key that does the same, shown beside the words */
  keyCap?: string;
}

export function Button({ look = 'plain', size = 'ordinary', keyCap, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      className={[styles.button, styles[look], styles[size], className].join(' ')}
      {...(keyCap !== undefined && { 'aria-keyshortcuts': keyCap })}
      {...rest}
    >
      {children}
      {keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}
    </button>
  );
}
