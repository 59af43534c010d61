'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCamera, useFieldState } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { type AskedField, useAskedField } from '../field/use-asked-field.ts';
import { readPole } from './poles.ts';

/** While something is missing, a pole that the model has not read or the model itself, it is asked again after so long. Milliseconds. */
const againMs = 10_000;

/** The axis of meaning that the address names, with the places of the scenes of a view on it. */
export function useAxis(asked?: AskedField) {
  const trpc = useTRPC();
  const usual = useAskedField();
  const [, setCamera] = useCamera();
  const [{ left, right, along, colour, size }, setState] = useFieldState();
  const [first, second] = [readPole(left), readPole(right)];
  const poles = first !== null && second !== null ? ([first, second] as const) : null;
  const axis = useQuery(
    trpc.field.axis.queryOptions(
      { ...(asked ?? usual), from: poles?.[0] ?? { words: '-' }, to: poles?.[1] ?? { words: '-' } },
      {
        enabled: poles !== null,
        placeholderData: keepPreviousData,
        staleTime: 300_000,
        refetchInterval: ({ state }) => ((state.data?.answer.problems.length ?? 0) > 0 ? againMs : false),
      },
    ),
  );

  function stand(isAlong: boolean) {
    void setCamera(null);
    void setState({ along: isAlong ? true : null });
  }

  return {
    poles,
    left,
    right,
    axis,
    isAlong: along && poles !== null,
    /** Lays the scenes along it, or back where they lie. */
    stand,
    /** Colours by these poles; with `isAlong` the scenes stand along them at once. */
    ask(next: { left: string; right: string }) {
      if (along) void setCamera(null);
      void setState({ ...next, colour: 'axis' });
    },
    turn: () => void setState({ left: right, right: left }),
    leave() {
      if (along) void setCamera(null);
      void setState({
        left: null,
        right: null,
        along: null,
        ...(colour === 'axis' && { colour: null }),
        ...(size === 'axis' && { size: null }),
      });
    },
  };
}
