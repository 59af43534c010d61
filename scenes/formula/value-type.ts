/**
 * What a formula's parts are. `scene`: a place in the field's space of meaning; `axis`: a line between two places; `relation`: where a kind of link leads
 * on average; `list`: scenes in an order. `kind` and `words` are only ever given to a function: a kind of link by its name, a text that is not embedded.
 */
export type ValueType = 'scene' | 'axis' | 'relation' | 'number' | 'list' | 'kind' | 'words';
