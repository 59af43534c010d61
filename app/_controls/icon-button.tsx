'use client';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ComponentProps, ReactNode } from 'react';
import styles from './icon-button.module.css';

interface Props extends Omit<ComponentProps<'button'>, 'children'> {
  label: string;
  icon: ReactNode;
}

/** An act shown by its sign alone; its name is its label and its tooltip. */
export function IconButton({ label, icon, className, ...rest }: Props) {
  return (
    <Tooltip.Root
      onOpenChange={(_isOpen, details) => {
        // what the sign stands in closes by the same press
        if (details.reason === 'escape-key') details.allowPropagation();
      }}
    >
      <Tooltip.Trigger
        render={
          <button
            type="button"
            aria-label={label}
            className={[styles.button, className].join(' ')}
            {...rest}
          />
        }
      >
        {icon}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={styles.positioner}>
          <Tooltip.Popup className={styles.tip}>{label}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
