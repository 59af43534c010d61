import type { Command } from 'commander';
import type { DoctorReport } from '../../boot/doctor.ts';
import { wordsOfStage } from '../../boot/fault-words.ts';
import { wordsIn } from '../../boot/words.mjs';
import { addCommand, type CommandContext } from '../command-context.ts';
import { exit } from '../output.ts';

/** `doctor`: each stage's state, cause and cure; with `--no-start` it only looks. */
export function addDoctorCommand(
  program: Command,
  context: CommandContext,
  doctor: (options: { start: boolean }) => Promise<DoctorReport>,
): void {
  addCommand<[{ start: boolean }]>(program, 'doctor', context, async ({ output }, { start }) => {
    const report = await doctor({ start });
    const stages = report.stages.map((stage) => {
      const said = wordsOfStage(stage, context.language);
      return { ...stage, ...(said && { code: said.code, cause: said.what, cure: said.cure }) };
    });
    const words = wordsIn(context.language);
    output.answer({ ...report, stages }, () => [
      ...stages.flatMap((stage) => [
        `${words.stages[stage.name]}: ${words.states[stage.state]}, ${stage.seconds.toFixed(1)}`,
        ...('cure' in stage ? [`  ${stage.cause}`, `  ${stage.cure}`] : []),
      ]),
      words.isolation[report.modelHost.isolation],
    ]);
    if (!report.ready) context.setExit(exit.failed);
  }).option('--no-start');
}
