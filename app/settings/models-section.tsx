'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ModelView, SettingsView } from '../../graph-schema/views/settings-view.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import { EndpointPlace } from './endpoint-place.tsx';
import styles from './settings.module.css';

type Role = ModelView['role'];
const roles: readonly Role[] = ['embed', 'write', 'judge'];

/** Which model does what, whether it is here, and one's own by path. */
export function ModelsSection({ settings }: { settings: SettingsView }) {
  const t = useTranslations('settings');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const models = useQuery(trpc.models.list.queryOptions());
  const update = useMutation(
    trpc.settings.update.mutationOptions({
      onSuccess(next) {
        queryClient.setQueryData(trpc.settings.read.queryKey(), next);
        void queryClient.invalidateQueries({ queryKey: trpc.models.pathKey() });
        notices.say(t('models.saved'));
      },
      onError: notices.fault,
    }),
  );
  const choose = (role: Role, model: string | null) => update.mutate({ [`${role}Model`]: model });
  return (
    <section id="models" className={styles.section}>
      <h2 className={styles.name}>{t('sections.models')}</h2>
      {models.error && <FaultPanel error={models.error} onRetry={() => void models.refetch()} />}
      {roles.map((role) => {
        const name = `${role}Model`;
        const isFixed = settings.fixed.includes(name);
        return (
          <div key={role} className={styles.card}>
            <div className={styles.row}>
              <span className={styles.strong}>{t(`models.role.${role}`)}</span>
              {isFixed && (
                <span className={styles.faint}>
                  {t('fixed', {
                    name: `SCENEFIELD_${role.toUpperCase()}_MODEL`,
                  })}
                </span>
              )}
            </div>
            {models.data
              // What neither weighs anything nor lies anywhere is a server's: told below.
              ?.filter((model) => model.role === role && (model.bytes > 0 || model.path !== undefined))
              .map((model) => (
                <ModelRow
                  key={model.id}
                  model={model}
                  isFixed={isFixed || update.isPending}
                  onChoose={() => choose(role, model.id)}
                />
              ))}
            {role === 'judge' && (
              <SameModelRow
                isChosen={settings.judgeModel === null || settings.judgeModel === 'none'}
                isFixed={isFixed || update.isPending}
                onChoose={() => choose(role, null)}
              />
            )}
            {!isFixed && <PathRow onUse={(path) => choose(role, path)} />}
            <EndpointPlace role={role} isFixed={isFixed} />
          </div>
        );
      })}
    </section>
  );
}

function ModelRow({
  model,
  isFixed,
  onChoose,
}: {
  model: ModelView;
  isFixed: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations('settings.models');
  const { bytes } = useMeasures();
  const state = `state.${model.state}` as 'state.ready';
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span className={styles.strong}>{model.id}</span>
        <span className={styles.faint}>
          {[
            t.has(state) ? t(state) : model.state,
            bytes(model.bytes),
            t('licence', { name: model.licence }),
          ].join(' · ')}
        </span>
        {model.path !== undefined && <span className={styles.path}>{model.path}</span>}
      </div>
      {model.chosen ? (
        <span className={styles.faint}>{t('chosen')}</span>
      ) : (
        <Button disabled={isFixed} onClick={onChoose}>
          {t('choose')}
        </Button>
      )}
    </div>
  );
}

function SameModelRow({
  isChosen,
  isFixed,
  onChoose,
}: {
  isChosen: boolean;
  isFixed: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations('settings.models');
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span className={styles.strong}>{t('sameAsWrites')}</span>
        <span className={styles.faint}>{t('sameAsWritesText')}</span>
      </div>
      {isChosen ? (
        <span className={styles.faint}>{t('chosen')}</span>
      ) : (
        <Button disabled={isFixed} onClick={onChoose}>
          {t('choose')}
        </Button>
      )}
    </div>
  );
}

function PathRow({ onUse }: { onUse: (path: string) => void }) {
  const t = useTranslations('settings.models');
  const [path, setPath] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    if (path.trim() !== '') onUse(path.trim());
  }
  return (
    <div className={styles.row}>
      <form className={styles.form} onSubmit={submit}>
        <input
          className={styles.input}
          aria-label={t('path')}
          placeholder={t('pathPrompt')}
          value={path}
          spellCheck={false}
          onChange={(event) => setPath(event.target.value)}
        />
        <Button type="submit">{t('use')}</Button>
      </form>
    </div>
  );
}
