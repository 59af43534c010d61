'use client';
import { useTranslations } from 'use-intl';
import { type ProposalKind, RejectReason } from '../../graph-schema/proposal.ts';
import { KeyedMenu } from '../_controls/keyed-menu.tsx';
import menu from '../_controls/menu.module.css';

interface Props {
  /** null: several at once, of any kind */
  kind: ProposalKind | null;
  className: string | undefined;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onReject: (reason?: RejectReason) => void;
}

/** Only a link has these. */
const ofLinks: ReadonlySet<RejectReason> = new Set(['relation', 'direction']);

/** Rejecting and why: a figure chooses the reason, R once more goes without one. */
export function ReasonMenu({ kind, onReject, ...open }: Props) {
  const t = useTranslations('review');
  const isLink = kind === null || kind === 'link' || kind === 'relation';
  const wordsOf = (value: RejectReason) =>
    kind === 'scene' && (value === 'wrong' || value === 'trivial')
      ? t(`reason.draft.${value}`)
      : t(`reason.${value}`);
  const reasons = RejectReason.options.filter((value) => isLink || !ofLinks.has(value));
  return (
    <KeyedMenu
      {...open}
      words={t('reject')}
      letter="R"
      onLetter={() => onReject()}
      title={t('reason.title')}
      options={reasons.map((value) => ({ value, words: wordsOf(value) }))}
      onChoose={onReject}
    >
      <p className={menu.label}>{t('reasonHint')}</p>
    </KeyedMenu>
  );
}
