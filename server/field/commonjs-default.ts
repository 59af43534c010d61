export type CommonJsDefault<M> = M extends { default: infer D } ? D : M;

/**
 * What Node gives for `import x from` of a CommonJS package is its `module.exports`; TypeScript, under `nodenext`, takes types written
 * as `export default` for a namespace around it, under `bundler` for the thing itself. This says what is really there to both.
 */
export function commonJsDefault<M>(imported: M): CommonJsDefault<M> {
  return imported as CommonJsDefault<M>;
}
