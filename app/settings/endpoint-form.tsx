'use client';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EndpointInput, EndpointView } from '../../graph-schema/views/endpoint-view.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './settings.module.css';

interface Props {
  role: EndpointView['role'];
  /** what is in use now, to begin from */
  current: EndpointView | undefined;
  onUse: (input: EndpointInput) => void;
}

/** A model on a server of the OpenAI kind: address, name, key; tried with words of ours before it is used. */
export function EndpointForm({ role, current, onUse }: Props) {
  const t = useTranslations('settings.endpoint');
  const { decimal } = useMeasures();
  const [address, setAddress] = useState(current?.address ?? '');
  const [model, setModel] = useState(current?.model ?? '');
  const [key, setKey] = useState('');
  const test = useMutation(useTRPC().endpoints.try.mutationOptions());
  const input: EndpointInput = { role, address: address.trim(), model: model.trim(), key: key.trim() };
  const names = test.data?.models ?? [];
  function submit(event: FormEvent) {
    event.preventDefault();
    if (input.address === '') return;
    onUse(input);
    setKey('');
  }
  const field = (name: 'address' | 'model' | 'key', value: string, set: (value: string) => void) => (
    <label className={styles.field}>
      <span className={styles.faint}>{t(name)}</span>
      <input
        className={styles.input}
        type={name === 'key' ? 'password' : 'text'}
        autoComplete="off"
        placeholder={name === 'key' && current?.hasKey ? t('keyKept') : t(`${name}Prompt`)}
        value={value}
        spellCheck={false}
        {...(name === 'model' && { list: `${role}-endpoint-models` })}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
  return (
    <details className={styles.row}>
      <summary className={styles.summary}>{t('title')}</summary>
      <form className={styles.fields} onSubmit={submit}>
        <p className={styles.faint}>{t('about')}</p>
        {field('address', address, setAddress)}
        {field('model', model, setModel)}
        {field('key', key, setKey)}
        <datalist id={`${role}-endpoint-models`}>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
        <div className={styles.choice}>
          <Button disabled={test.isPending || input.address === ''} onClick={() => test.mutate(input)}>
            {t(test.isPending ? 'testing' : 'test')}
          </Button>
          <Button type="submit" look="main" disabled={input.address === ''}>
            {t('use')}
          </Button>
        </div>
        {test.error && <FaultPanel error={test.error} />}
        {test.data && (
          <output>
            {t(role === 'embed' ? 'workedEmbed' : 'workedWrite', {
              model: test.data.model ?? t('anyModel'),
              dimensions: test.data.dimensions ?? 0,
              seconds: decimal(test.data.seconds),
            })}
            {names.length > 1 && ` ${t('knows', { names: names.slice(0, 8).join(', ') })}`}
          </output>
        )}
      </form>
    </details>
  );
}
