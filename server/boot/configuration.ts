import type { StoredSettings } from './settings-file.ts';

export interface OwnNeo4j {
  uri: string;
  username: string;
  password: string;
  database: string | null;
}

/** What counts in this run: variables beat Settings. `fixed` names the settings that a variable holds fast. */
export interface Configuration {
  language: 'ru' | 'en' | null;
  /** null: the managed one */
  neo4j: OwnNeo4j | null;
  /** manifest id, path or address; null: the default for this machine; `none`: no model */
  embedModel: string | null;
  writeModel: string | null;
  /** null: the one that writes */
  judgeModel: string | null;
  fixed: string[];
}

export function configure(stored: StoredSettings, env: Record<string, string | undefined>): Configuration {
  const variables = {
    language: languageOf(env['SCENEFIELD_LANG']),
    neo4j: neo4jOf(env),
    embedModel: env['SCENEFIELD_EMBED_MODEL'] || null,
    writeModel: env['SCENEFIELD_WRITE_MODEL'] || null,
    judgeModel: env['SCENEFIELD_JUDGE_MODEL'] || null,
  };
  return {
    language: variables.language ?? stored.language,
    neo4j: variables.neo4j ?? (stored.neo4j && { ...stored.neo4j, password: env['NEO4J_PASSWORD'] ?? '' }),
    embedModel: variables.embedModel ?? stored.embedModel,
    writeModel: variables.writeModel ?? stored.writeModel,
    judgeModel: variables.judgeModel ?? stored.judgeModel,
    fixed: Object.entries(variables).flatMap(([name, value]) => (value === null ? [] : [name])),
  };
}

/** A database named so that a consent given for one is not taken for another. */
export function neo4jPlace({ uri, database }: Pick<OwnNeo4j, 'uri' | 'database'>): string {
  return `${uri} ${database ?? ''}`.trim();
}

function languageOf(said: string | undefined): 'ru' | 'en' | null {
  if (!said) return null;
  return said.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

function neo4jOf(env: Record<string, string | undefined>): OwnNeo4j | null {
  const uri = env['NEO4J_URI'];
  if (!uri) return null;
  return {
    uri,
    username: env['NEO4J_USERNAME'] || env['NEO4J_USER'] || 'neo4j',
    password: env['NEO4J_PASSWORD'] ?? '',
    database: env['NEO4J_DATABASE'] || null,
  };
}
