import path from 'node:path';

interface Source {
  /** path from the project's root */
  file: string;
  text: string;
}

interface Import {
  from: string;
  isTypeOnly: boolean;
}

type Room = { rooms: readonly string[]; typeOnly?: readonly string[]; packages?: readonly string[] };

/** Who may import whom. Without `packages` every locked package may be used. */
const rules: Record<string, Room> = {
  'graph-schema': { rooms: [], packages: ['zod'] },
  scenes: { rooms: ['graph-schema'] },
  models: { rooms: ['graph-schema'] },
  messages: { rooms: ['graph-schema'], typeOnly: ['scenes'], packages: ['use-intl'] },
  server: { rooms: ['graph-schema', 'scenes', 'models', 'messages'] },
  app: { rooms: ['graph-schema', 'scenes', 'messages'], typeOnly: ['server'] },
};

/** What only tests and configuration bring along. */
const testPackages = new Set([
  'vitest',
  'fast-check',
  '@playwright/test',
  'playwright',
  '@axe-core/playwright',
]);

/** The driver's types stay in `server/graph`, and the code that talks to a GPU or CPU in the model host. */
const keptPackages: Record<string, string> = {
  'neo4j-driver': 'server/graph/',
  'node-llama-cpp': 'models/',
};

export function forbiddenImports({ file, text }: Source): string[] {
  return readImports(text)
    .filter((imported) => !isAllowed(file, imported))
    .map(({ from }) => `${file} imports ${from}`);
}

function isAllowed(file: string, imported: Import): boolean {
  const room = file.split('/')[0] ?? '';
  const rule = rules[room];
  if (rule === undefined) return true;
  if (!imported.from.startsWith('.')) return isPackageAllowed(file, imported.from, rule);
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), imported.from));
  const targetRoom = target.split('/')[0] ?? '';
  if (targetRoom !== room) {
    return (
      rule.rooms.includes(targetRoom) || (imported.isTypeOnly && (rule.typeOnly ?? []).includes(targetRoom))
    );
  }
  // Rooms of the server meet through functions, never through each other's Cypher.
  return !target.endsWith('.cypher.ts') || folderOf(target) === folderOf(file);
}

function isPackageAllowed(file: string, from: string, rule: Room): boolean {
  const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? '');
  if (name.startsWith('node:')) return rule.packages === undefined || file.includes('.test.');
  if (testPackages.has(name)) return /\.test\.tsx?$|\/testing\//.test(file);
  const home = keptPackages[name];
  if (home !== undefined && !file.startsWith(home)) return false;
  return rule.packages === undefined || rule.packages.includes(name);
}

/** `server/field` of `server/field/view.ts`: the capability a file belongs to. */
function folderOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

/** Import and export lines, also over several lines, and `import(…)`. */
function readImports(text: string): Import[] {
  const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const standing = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s*from\s*)?['"]([^'"\n]+)['"]/gm;
  const called = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;
  return [
    ...[...code.matchAll(standing)].map(([, type, from = '']) => ({ from, isTypeOnly: type !== undefined })),
    ...[...code.matchAll(called)].map(([, from = '']) => ({ from, isTypeOnly: false })),
  ];
}
