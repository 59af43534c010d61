'use client';
import { useTranslations } from 'use-intl';
import { RejectReason } from '../../graph-schema/proposal.ts';
import { KeyedMenu } from '../_controls/keyed-menu.tsx';
import menu from '../_controls/menu.module.css';

interface Props {
  className: string | undefined;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onReject: (reason?: RejectReason) => void;
}

/** Rejecting and why: a figure chooses the reason, R once more goes without one. */
export function ReasonMenu({ onReject, ...open }: Props) {
  const t = useTranslations('review');
  return (
    <KeyedMenu
      {...open}
      words={t('reject')}
      letter="R"
      onLetter={() => onReject()}
      title={t('reason.title')}
      options={RejectReason.options.map((value) => ({ value, words: t(`reason.${value}`) }))}
      onChoose={onReject}
    >
      <p className={menu.label}>{t('reasonHint')}</p>
    </KeyedMenu>
  );
}
