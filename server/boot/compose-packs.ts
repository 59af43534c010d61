import { currentNumber } from '../changes/list-changes.ts';
import type { Graph } from '../graph/graph.ts';
import { exportPack } from '../packs/export-pack.ts';
import { importPack, previewPack } from '../packs/import-pack.ts';
import { listPacks } from '../packs/list-packs.ts';
import { removePack } from '../packs/remove-pack.ts';
import { listStarters, readStarter } from '../packs/starters.ts';
import type { Parts } from './open-field.ts';
import { followUp } from './register-jobs.ts';
import type { Services } from './services.ts';

export function composePacks({ jobs, models }: Parts, graph: Graph): Services['packs'] {
  const changed = async (kind: 'import' | 'pack_removed') => {
    jobs.events.publish({ type: 'change', number: await currentNumber(graph), kind });
    await followUp(jobs, models);
  };
  const take = async (text: string) => {
    const preview = await importPack({ graph }, { text });
    await changed('import');
    return preview;
  };
  return {
    starters: listStarters,
    async openStarter(input) {
      await take(await readStarter(input));
    },
    list: () => listPacks({ graph }),
    preview: (text) => previewPack({ graph }, text),
    import: take,
    export: (selection) => exportPack({ graph }, { selection }),
    async remove(id) {
      await removePack({ graph }, id);
      await changed('pack_removed');
    },
  };
}
