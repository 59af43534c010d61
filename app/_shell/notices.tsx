'use client';
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { errorCodes } from '../../graph-schema/app-error.ts';
import { asText, type Fault, faultOf } from '../_trpc/fault.ts';
import styles from './notices.module.css';

interface Act {
  label: string;
  run: () => void;
}

/** Says what happened, with one act beside it (most often Undo). A fault is also shown where it happened. */
export function useNotices() {
  const { add, close } = Toast.useToastManager();
  const t = useTranslations();
  return useMemo(() => {
    function say(title: string, act?: Act) {
      const id = add({
        title,
        ...(act && {
          actionProps: {
            children: act.label,
            onClick: () => {
              close(id);
              act.run();
            },
          },
        }),
      });
    }
    function fault(error: unknown) {
      tell(faultOf(error));
    }
    /** What a job that failed says of itself. */
    function failed({ code, values }: { code: string; values: Record<string, unknown> }) {
      tell({ code: errorCodes.find((known) => known === code) ?? 'internal', values: asText(values) });
    }
    function tell({ code, values }: Fault) {
      const [title, description] =
        code === 'offline'
          ? [t('shell.fault.offline'), t('shell.fault.offlineCure')]
          : [t(`errors.${code}.what`, values), t(`errors.${code}.cure`, values)];
      add({ title, description, type: 'fault', priority: 'high', timeout: 12_000 });
    }
    return { say, fault, failed };
  }, [add, close, t]);
}

export function Notices() {
  const t = useTranslations('shell.acts');
  return (
    <Toast.Portal>
      <Toast.Viewport className={styles.viewport} aria-label={t('notices')}>
        <NoticeList />
      </Toast.Viewport>
    </Toast.Portal>
  );
}

function NoticeList() {
  const { toasts } = Toast.useToastManager();
  const t = useTranslations('shell.acts');
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.notice} swipeDirection={['down', 'right']}>
      <Toast.Content className={styles.content}>
        <div className={styles.words}>
          <Toast.Title className={styles.title} />
          <Toast.Description className={styles.description} />
        </div>
        <Toast.Action className={styles.action} />
        <Toast.Close className={styles.close} aria-label={t('dismiss')}>
          <X size={16} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
