import {
  type Finding,
  finding,
  type FormulaProblemCode,
  type FormulaProblemValues,
  type Span,
} from './problem.ts';
import type { Token } from './tokens.ts';

/** Where a parser stands among the tokens, and what it has told so far. */
export interface TokenCursor {
  peek(): Token | undefined;
  /** The next token if it is of this type and, where one is given, has one of these values. */
  takeIf(type: Token['type'], ...values: string[]): Token | undefined;
  skip(): void;
  /** an empty place behind the last sign */
  end: Span;
  tell(place: Span, code: FormulaProblemCode, values?: FormulaProblemValues): void;
  /** Reads no further and tells nothing more. */
  giveUp(): void;
}

export function createCursor(tokens: readonly Token[], textEnd: number, findings: Finding[]): TokenCursor {
  let at = 0;
  let hasGivenUp = false;
  return {
    peek: () => tokens[at],
    takeIf(type, ...values) {
      const token = tokens[at];
      if (token?.type !== type || (values.length > 0 && !values.includes(token.value))) return undefined;
      at += 1;
      return token;
    },
    skip() {
      at += 1;
    },
    end: { start: textEnd, end: textEnd },
    tell(place, code, values) {
      if (!hasGivenUp) findings.push(finding(place, code, values));
    },
    giveUp() {
      hasGivenUp = true;
      at = tokens.length;
    },
  };
}
