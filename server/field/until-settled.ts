import type { JobWork } from '../jobs/jobs.ts';

/** Layouts in a row, should notes keep coming. */
const mostLayouts = 4;

/** A layout that is done when everything has its place: whoever asks for one while it runs is given it, and it may have read the field before the notes that they mean were there. */
export function untilSettled<Input>(
  layout: JobWork<Input>,
  isSettled: () => Promise<boolean>,
): JobWork<Input> {
  return async (input, context) => {
    let done = await layout(input, context);
    for (let run = 1; run < mostLayouts && !(await isSettled()); run += 1)
      done = await layout(input, context);
    return done;
  };
}
