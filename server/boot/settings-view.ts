import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SettingsView } from '../../graph-schema/views/settings-view.ts';
import type { GraphInfo } from '../graph/connect-graph.ts';
import { logFileIn } from './app-log.ts';
import { configure } from './configuration.ts';
import { projectRoot } from './project-root.ts';
import type { StoredSettings } from './settings-file.ts';

export interface Places {
  home: string;
  cache: string;
  env: NodeJS.ProcessEnv;
}

/** Choices and places; no secret is among them. */
export function viewSettings(
  stored: StoredSettings,
  { home, cache, env }: Places,
  info: GraphInfo | null,
): SettingsView {
  const { language, neo4j, embedModel, writeModel, judgeModel, fixed } = configure(stored, env);
  return {
    language,
    theme: stored.theme,
    embedModel,
    writeModel,
    judgeModel,
    neo4j: {
      mode: neo4j === null ? 'managed' : 'own',
      uri: info?.uri ?? neo4j?.uri ?? '',
      database: info?.database ?? neo4j?.database ?? null,
      version: info?.version ?? null,
    },
    home,
    cache,
    logFile: logFileIn(home),
    version: productVersion(),
    fixed,
  };
}

export function productVersion(): string {
  const text = readFileSync(path.join(projectRoot(), 'package.json'), 'utf8');
  return String((JSON.parse(text) as { version: string }).version);
}
