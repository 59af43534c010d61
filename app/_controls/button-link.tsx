import Link from 'next/link';
import type { ComponentProps } from 'react';
import styles from './button.module.css';

/** A way to another page that stands among buttons. */
export function ButtonLink(props: Omit<ComponentProps<typeof Link>, 'className'>) {
  return <Link {...props} className={[styles.button, styles.plain, styles.ordinary].join(' ')} />;
}
