import { CellInput } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKind } from './cell-kind.ts';

/** A view of the map: around a scene, of a region, or of the whole field. */
export const map: CellKind<'map'> = {
  kind: 'map',
  schema: CellInput.options[2],
  inputs: ['field'],
  async run({ sceneId, regionId, depth }, door) {
    const view = await door.field.view(
      sceneId === undefined
        ? { zoom: regionId === undefined ? 'main' : 'all', regionId }
        : { zoom: 'all', around: sceneId, depth },
    );
    return { kind: 'map', view };
  },
};
