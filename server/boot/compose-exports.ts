import type { Field } from '../field/create-field.ts';
import type { Graph, TypedReads } from '../graph/graph.ts';
import { askScenes } from '../exports/ask-scenes.ts';
import { chooseExported } from '../exports/choose-exported.ts';
import type { Downloads } from '../exports/downloads.ts';
import { readExportFolder } from '../exports/export-folder.ts';
import type { ExportInput } from '../exports/export-work.ts';
import { additionsOf } from '../exports/formats/additions.ts';
import { readExported } from '../exports/read-exported.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { isAppError } from '../../graph-schema/app-error.ts';
import type { Services } from './services.ts';

interface Deps {
  graph: Graph & TypedReads;
  field: Field;
  jobs: Jobs;
  downloads: Downloads;
}

export function composeExports({ graph, field, jobs, downloads }: Deps): Services['exports'] {
  return {
    async start(input: ExportInput) {
      // Said at once, where the person can choose otherwise, not later in a job.
      if (input.selection.what !== 'around') chooseExported(await field.load(), input.selection);
      await downloads.tidy();
      return jobs.start('export', input, { about: input.format, priority: 1 });
    },
    async additions(input) {
      try {
        return additionsOf(
          await readExported({ graph, field }, { ...input, withText: false, isOwnOnly: true }),
        );
      } catch (error) {
        if (isAppError(error) && error.code === 'export_empty') return [];
        throw error;
      }
    },
    ask: (cypher, signal) => askScenes(graph, cypher, signal),
    folder: (path) => readExportFolder({ graph }, path),
    download: downloads.find,
  };
}
