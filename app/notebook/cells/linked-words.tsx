'use client';
import { useRef } from 'react';
import { LinkOfferList } from '../../_edit/link-offer-list.tsx';
import { useLinkOffers } from '../../_edit/use-link-offers.ts';
import cell from '../cell.module.css';

interface Props {
  label: string;
  prompt: string;
  /** class of the text */
  look: string | undefined;
  rows?: number;
  /** false where a part of a note cannot be named */
  parts?: boolean;
  value: string;
  onChange: (text: string) => void;
}

/** What is written in a cell where scenes can be named: after `[[` they are offered, and the one that is taken becomes a link. */
export function LinkedWords({ label, prompt, look, rows, parts = true, value, onChange }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { list, props } = useLinkOffers(area, { value, onChange, parts });
  return (
    <div className={cell.offering}>
      <textarea
        ref={area}
        className={look}
        aria-label={label}
        placeholder={prompt}
        rows={rows}
        value={value}
        {...props}
      />
      <div className={cell.offered}>
        <LinkOfferList {...list} />
      </div>
    </div>
  );
}
