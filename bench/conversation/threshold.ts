/** How a threshold on a figure tells questions with an answer from those without. */
export interface Told {
  threshold: number;
  /** share of the questions without an answer that are declined */
  declined: number;
  /** share of those with an answer that are answered */
  answered: number;
}

interface Figure {
  value: number;
  hasAnswer: boolean;
}

/** What a threshold does to these. */
export function tellBy(threshold: number, figures: readonly Figure[]): Told {
  const share = (isWanted: (figure: Figure) => boolean, isHit: (figure: Figure) => boolean) => {
    const wanted = figures.filter(isWanted);
    return wanted.length === 0 ? Number.NaN : wanted.filter(isHit).length / wanted.length;
  };
  return {
    threshold,
    declined: share(
      ({ hasAnswer }) => !hasAnswer,
      ({ value }) => value < threshold,
    ),
    answered: share(
      ({ hasAnswer }) => hasAnswer,
      ({ value }) => value >= threshold,
    ),
  };
}

/** The threshold with the best mean of both shares; between two figures, so that neither lies on it. */
export function fitThreshold(figures: readonly Figure[]): number {
  const values = figures.map(({ value }) => value).toSorted((a, b) => a - b);
  const between = values.slice(1).map((value, at) => (value + (values[at] ?? value)) / 2);
  const worth = (threshold: number) => {
    const { declined, answered } = tellBy(threshold, figures);
    return declined + answered;
  };
  return between.toSorted((a, b) => worth(b) - worth(a))[0] ?? 0;
}
