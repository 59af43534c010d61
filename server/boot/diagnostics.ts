import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { SettingsView } from '../../graph-schema/views/settings-view.ts';
import { logFileIn } from './app-log.ts';
import { reportHealth } from './doctor.ts';
import type { Parts } from './open-field.ts';

const lastLines = 60;

/** What a person may copy into a report: health and the log's end. No key, no password, and the person's own folder by `~`. */
export async function describeProblem(
  { options, stages, models }: Parts,
  { neo4j }: SettingsView,
): Promise<string> {
  const presence = models
    .presence()
    .map(({ id, role, state }) => ({ id: id ?? '', role, state: state.state }));
  const health = await reportHealth({ stages: stages.list(), neo4j, models: presence }, options);
  const log = await readFile(logFileIn(options.home), 'utf8').catch(() => '');
  const end = log.trimEnd().split('\n').slice(-lastLines).join('\n');
  return `${JSON.stringify(health, null, 2)}\n\n${end}\n`.replaceAll(homedir(), '~');
}
