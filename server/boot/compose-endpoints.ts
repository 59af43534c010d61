import type { EndpointInput, EndpointView } from '../../graph-schema/views/endpoint-view.ts';
import type { ModelChoice } from '../../models/choice.ts';
import { type Endpoint, endpointText, isFar, parseEndpoint } from '../../models/endpoint/endpoint.ts';
import { tryEndpoint } from '../../models/endpoint/try-endpoint.ts';
import { AppError } from '../../graph-schema/app-error.ts';
import { chosenModels } from './chosen-models.ts';
import { openEndpointKeys } from './endpoint-keys.ts';
import type { Parts } from './open-field.ts';
import type { Services } from './services.ts';

type EndpointParts = Pick<Parts, 'settings' | 'retry'> & {
  options: { home: string; env: Readonly<Record<string, string | undefined>> };
};

/** A model on a server of the person's own: tried, agreed to, taken into use. */
export function composeEndpoints({ options, settings, retry }: EndpointParts): Services['endpoints'] {
  const keys = openEndpointKeys(options.home);
  const agree = async (address: string): Promise<void> => {
    const { endpointsAgreed } = settings.current();
    await settings.update({ endpointsAgreed: [...new Set([...endpointsAgreed, address])] });
  };
  return {
    view: () => Promise.resolve(viewEndpoints(chosenModels({ ...options, settings }))),
    try: ({ role, ...input }, signal) => {
      const endpoint = endpointOf(input);
      return tryEndpoint(role, { ...endpoint, key: endpoint.key ?? keys.keyOf(endpoint.address) }, signal);
    },
    async use({ role, agrees, ...input }) {
      const endpoint = endpointOf(input);
      const { address, key } = endpoint;
      if (agrees) await agree(address);
      else if (isFar(address) && !settings.current().endpointsAgreed.includes(address))
        throw new AppError('endpoint_not_agreed', { values: { address } });
      if (key !== null) await keys.keep(address, key);
      const name = endpointText(endpoint);
      await settings.update({ [`${role}Model`]: name });
      void retry('models').catch(() => undefined);
    },
    async agree(said) {
      await agree(parseEndpoint(said).address);
      void retry('models').catch(() => undefined);
    },
    forgetKey: (said) => keys.keep(parseEndpoint(said).address, null),
  };
}

function endpointOf({ address, model, key }: Omit<EndpointInput, 'role'>): Endpoint {
  const parsed = parseEndpoint(address);
  return { address: parsed.address, model: model || parsed.model, key: key || null };
}

function viewEndpoints(choice: ModelChoice): EndpointView[] {
  return (['embed', 'write', 'judge'] as const).flatMap((role): EndpointView[] => {
    const chosen = choice[role];
    if (chosen.type !== 'endpoint') return [];
    const { address, model, key } = chosen.endpoint;
    const { isAllowed } = chosen;
    return [{ role, address, model, hasKey: key !== null, isFar: isFar(address), isAllowed }];
  });
}
