import { MapInput } from '../../graph-schema/views/cells/map.ts';

/** A kept view as a cell of a notebook: its part of the field, its days, its colours as far as a cell has them. Regions and vaults go by name there. */
export function mapCellOf(
  text: string,
  names: { region: (id: string) => string | undefined; vault: (id: string) => string | undefined },
): MapInput {
  const asked = new URLSearchParams(text);
  const of = (name: string) => asked.get(name) ?? '';
  const around = of('around');
  const colour = MapInput.shape.colour.safeParse(of('colour'));
  return MapInput.parse({
    kind: 'map',
    around,
    depth: Math.min(3, Math.max(1, Number(of('depth')) || 1)),
    region: around === '' ? (names.region(of('region')) ?? '') : '',
    vault: names.vault(of('vault')) ?? '',
    since: of('since'),
    until: of('until'),
    ...(colour.success && { colour: colour.data }),
  });
}
