export type { Pack, PackScene } from './pack.ts';
export { packVersion } from './pack.ts';
export type { PackFault } from './parse-pack.ts';
export { parsePack } from './parse-pack.ts';
export { writePack } from './write-pack.ts';
export { digestPack } from './pack-digest.ts';
export { rewritePack } from './rewrite-pack.ts';
export type { TriggerMatrix } from './trigger-matrix.ts';
export { compareMatrices, parseTriggerMatrix, writeTriggerMatrix } from './trigger-matrix.ts';
