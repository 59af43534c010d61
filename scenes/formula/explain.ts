import { listNear } from './call-function.ts';
import type { Environment } from './environment.ts';
import { explainAxis } from './explain-axis.ts';
import { explainList, explainPath } from './explain-list.ts';
import { explainNumber } from './explain-number.ts';
import { explained, type Explanation, leastLength } from './explanation.ts';
import type { Value } from './value.ts';
import { lengthOf, unit } from './vectors.ts';

const shown = 10;

/** What a value stands on, beside what chance would give: a formula that means nothing says so. */
export function explain(value: Value, environment: Environment): Explanation {
  switch (value.type) {
    case 'scene':
      if (lengthOf(value.vector) < leastLength) return explained('cancels_out');
      return explainList(listNear([unit(value.vector)], shown, value.own, environment), environment);
    case 'list':
      return value.probes.length === 0 ? explainPath(value, environment) : explainList(value, environment);
    case 'axis':
      return explainAxis(value, environment);
    case 'relation':
      return explained(value.gain.low > 0 ? 'means' : 'no_gain', { gain: value.gain });
    case 'number':
      return explainNumber(value, environment);
  }
}
