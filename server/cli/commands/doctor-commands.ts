import type { Command } from 'commander';
import { addCommand, type CommandContext } from '../command-context.ts';
import { exit, translator } from '../output.ts';

interface Report {
  ready: boolean;
  stages: { name: string; state: string; seconds: number; cause?: string; cure?: string }[];
}

/** `doctor`: each stage's state, cause and cure; with `--no-start` it only looks. */
export function addDoctorCommand(
  program: Command,
  context: CommandContext,
  doctor: (options: { start: boolean }) => Promise<Report>,
): void {
  addCommand<[{ start: boolean }]>(program, 'doctor', context, async ({ output }, { start }) => {
    const t = translator(context.language);
    const report = await doctor({ start });
    output.answer(report, () =>
      report.stages.map((stage) =>
        [
          t(`boot.stages.${stage.name}`),
          stage.state,
          `${stage.seconds.toFixed(1)} s`,
          stage.cause ?? '',
          stage.cure ?? '',
        ].join('  '),
      ),
    );
    if (!report.ready) context.setExit(exit.failed);
  }).option('--no-start');
}
