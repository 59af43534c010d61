'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EndpointInput, EndpointView } from '../../graph-schema/views/endpoint-view.ts';
import { ConfirmDialog } from '../_shell/confirm-dialog.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { faultOf } from '../_trpc/fault.ts';
import { EndpointForm } from './endpoint-form.tsx';
import { EndpointRow } from './endpoint-row.tsx';

/** A role's model over HTTP. An address that is not this computer is asked about once, in plain words, before anything is sent. */
export function EndpointPlace({ role, isFixed }: { role: EndpointView['role']; isFixed: boolean }) {
  const t = useTranslations('settings');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const [asked, setAsked] = useState<EndpointInput | null>(null);
  const endpoints = useQuery(trpc.endpoints.list.queryOptions());
  const current = endpoints.data?.find((each) => each.role === role);
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: trpc.endpoints.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.models.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.settings.read.queryKey() });
    notices.say(t('models.saved'));
  };
  const agree = useMutation(trpc.endpoints.agree.mutationOptions({ onSuccess, onError: notices.fault }));
  const use = useMutation(
    trpc.endpoints.use.mutationOptions({
      onSuccess,
      onError(error, { agrees: _agrees, ...input }) {
        if (faultOf(error).code === 'endpoint_not_agreed') setAsked(input);
        else notices.fault(error);
      },
    }),
  );
  const place = URL.canParse(asked?.address ?? '') ? new URL(asked?.address ?? '').host : '';
  return (
    <>
      {current && (
        <EndpointRow
          endpoint={current}
          onAgree={() => setAsked({ role, address: current.address, model: current.model ?? undefined })}
        />
      )}
      {!isFixed && endpoints.data && (
        <EndpointForm
          key={current?.address ?? ''}
          role={role}
          current={current}
          onUse={(input) => use.mutate({ ...input, agrees: false })}
        />
      )}
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('endpoint.askTitle', { place })}
        text={[
          t(`endpoint.asks.${role}`, { place }),
          asked?.address.toLowerCase().startsWith('http:') ? t('endpoint.askPlain') : '',
          t('endpoint.askStays'),
        ].join(' ')}
        act={t('endpoint.agree')}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked === null) return;
          if (isFixed) agree.mutate({ address: asked.address });
          else use.mutate({ ...asked, agrees: true });
        }}
      />
    </>
  );
}
