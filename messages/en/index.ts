/** One line a place; the other language has the same lines. */
export { errors } from './errors.ts';
export { shell } from './app-shell.ts';
export { start } from './app-start.ts';
export { field } from './app-field.ts';
export { scene } from './app-scene.ts';
export { review } from './app-review.ts';
export { gaps } from './app-gaps.ts';
export { notebook } from './app-notebook.ts';
export { packs } from './app-packs.ts';
export { settings } from './app-settings.ts';
export { coverage } from './app-coverage.ts';
export { exporting } from './app-export.ts';
export { packConflicts, packProblems } from './packs.ts';
export { formulaFunctions, formulaProblems, formulaVerdicts } from './formula.ts';
export { vault } from './vault.ts';
export { proposals } from './proposals.ts';
export { exportFiles } from './exports.ts';
export { commands } from './cli.ts';
