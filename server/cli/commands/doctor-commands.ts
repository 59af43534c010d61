import type { Command } from 'commander';
import { type ErrorCode, errorCodes } from '../../../graph-schema/app-error.ts';
import type { DoctorReport } from '../../boot/doctor.ts';
import { wordsIn } from '../../boot/words.mjs';
import { addCommand, type CommandContext } from '../command-context.ts';
import { exit, plainValues, translator } from '../output.ts';

/** `doctor`: each stage's state, cause and cure; with `--no-start` it only looks. */
export function addDoctorCommand(
  program: Command,
  context: CommandContext,
  doctor: (options: { start: boolean }) => Promise<DoctorReport>,
): void {
  addCommand<[{ start: boolean }]>(program, 'doctor', context, async ({ output }, { start }) => {
    const report = await doctor({ start });
    const stages = report.stages.map((stage) => ({ ...stage, ...wordsOfCause(stage, context) }));
    const words = wordsIn(context.language);
    output.answer({ ...report, stages }, () =>
      stages.flatMap((stage) => [
        `${words.stages[stage.name]}: ${words.states[stage.state]}, ${stage.seconds.toFixed(1)}`,
        ...(stage.cause ? [`  ${stage.cause}`, `  ${stage.cure ?? ''}`] : []),
      ]),
    );
    if (!report.ready) context.setExit(exit.failed);
  }).option('--no-start');
}

function wordsOfCause(
  stage: DoctorReport['stages'][number],
  { language }: CommandContext,
): { code?: string; cause?: string; cure?: string } {
  if (stage.cause === undefined) return {};
  const code: ErrorCode = errorCodes.find((known) => known === stage.cause) ?? 'internal';
  const t = translator(language);
  const values = plainValues(stage.values ?? {});
  return { code, cause: t(`errors.${code}.what`, values), cure: t(`errors.${code}.cure`, values) };
}
