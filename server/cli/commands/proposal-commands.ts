import { Option, type Command } from 'commander';
import { ProposalId, SceneId } from '../../../graph-schema/ids.ts';
import { type Proposal, ProposalKind, ProposalState } from '../../../graph-schema/proposal.ts';
import { type Messages, messagesFor } from '../../../messages/index.ts';
import { wholeNumber } from '../arguments.ts';
import { addCommand, type CommandContext, finishJob } from '../command-context.ts';

interface ProposeOptions {
  scene?: string;
  region?: string;
  vault?: string;
  kind?: ProposalKind;
  limit: number;
}

/** `search`, `propose` and `proposals …`: what the field finds, and what a person says to it. */
export function addProposalCommands(program: Command, context: CommandContext): void {
  const lines = (proposal: Proposal) => proposalLines(proposal, messagesFor(context.language).proposals);
  addPropose(program, context, lines);
  const proposals = program.command('proposals').exitOverride();

  addCommand<[{ state: ProposalState; kind?: ProposalKind; limit: number }]>(
    proposals,
    { usage: 'list', isDefault: true },
    context,
    async ({ output }, options) => {
      const answer = await context.withField('field', (field) =>
        field.proposals.list({
          state: options.state,
          limit: Math.min(options.limit, 200),
          ...(options.kind && { kind: options.kind }),
        }),
      );
      output.answer(answer, () => answer.proposals.flatMap(lines));
    },
  )
    .addOption(new Option('--state <state>').choices(ProposalState.options).default('pending'))
    .addOption(new Option('--kind <kind>').choices(ProposalKind.options))
    .option('--limit <n>', '', wholeNumber, 50);

  addCommand<[string]>(proposals, 'show <id>', context, async ({ output }, id) => {
    const proposal = await context.withField('field', (field) =>
      field.proposals.read({ id: ProposalId.parse(id) }),
    );
    output.answer({ proposals: [proposal] }, () => lines(proposal));
  });

  const say = (changed: readonly { id: string; state: string }[]) =>
    changed.map(({ id, state }) => `${id}\t${state}`);

  addCommand<[string[]]>(proposals, 'accept <id...>', context, async ({ output }, ids) => {
    const changed = await context.withField('field', (field) =>
      field.proposals.accept({ ids: ids.map((id) => ProposalId.parse(id)) }),
    );
    output.answer({ changed }, () => say(changed));
  });

  addCommand<[string[], { reason?: string }]>(
    proposals,
    'reject <id...>',
    context,
    async ({ output }, ids, options) => {
      const changed = await context.withField('field', (field) =>
        field.proposals.reject({
          ids: ids.map((id) => ProposalId.parse(id)),
          ...(options.reason && { reason: options.reason }),
        }),
      );
      output.answer({ changed }, () => say(changed));
    },
  ).option('--reason <text>');

  addCommand<[string | undefined, { together?: boolean }]>(
    proposals,
    'undo [n]',
    context,
    async ({ output }, n, options) => {
      const { changed } = await context.withField('field', (field) =>
        field.history.undo({
          count: n === undefined ? 1 : wholeNumber(n),
          cascade: options.together === true,
        }),
      );
      output.answer({ changed }, () => say(changed));
    },
  ).option('--together', 'also what stands on it');

  addCommand<[string | undefined]>(proposals, 'redo [n]', context, async ({ output }, n) => {
    const { changed } = await context.withField('field', (field) =>
      field.history.redo({ count: n === undefined ? 1 : wholeNumber(n) }),
    );
    output.answer({ changed }, () => say(changed));
  });
}

function addPropose(
  program: Command,
  context: CommandContext,
  lines: (proposal: Proposal) => string[],
): void {
  addCommand<[ProposeOptions]>(program, 'propose', context, async ({ output }, options) => {
    const started = performance.now();
    const { scene, region, vault, kind, limit } = options;
    const answer = await context.withField('field', async (field) => {
      const job = await field.proposals.propose({
        ...(kind && { kind }),
        ...(scene && { sceneId: SceneId.parse(scene) }),
        ...(vault && { vault }),
        ...(region && { regionId: region }),
      });
      const done = await finishJob(field, job, output);
      const { proposals } = await field.proposals.list({
        limit: Math.min(limit, 200),
        ...(kind && { kind }),
        ...(scene && { sceneId: SceneId.parse(scene) }),
        ...(vault && { vault }),
        ...(region && { regionId: region }),
      });
      return {
        proposals,
        dropped: done.result?.['dropped'] ?? {},
        seconds: (performance.now() - started) / 1000,
      };
    });
    output.answer(answer, () => answer.proposals.flatMap(lines));
  })
    .option('--scene <id>')
    .option('--region <id>')
    .option('--vault <name>')
    .option('--all')
    .addOption(new Option('--kind <kind>').choices(ProposalKind.options))
    .option('--limit <n>', '', wholeNumber, 50);
}

function proposalLines(proposal: Proposal, { dropped, kinds }: Messages['proposals']): string[] {
  const { staleReason, lost, kind, from, to, name } = proposal;
  const isLink = kind === 'link' || kind === 'relation';
  const named = [name, from.title, to.title].filter((words) => words !== null && words !== undefined);
  const what = isLink
    ? `${from.title} — ${proposal.relation} → ${to.title}`
    : `${kinds[kind]}: ${[...new Set(named)].join(' · ')}`;
  const quotes = proposal.evidence.map(
    (evidence) => `    ${evidence.path}:${evidence.start} «${evidence.shown}»`,
  );
  return [
    `${proposal.rank}. ${what}  [${proposal.id}]`,
    ...quotes,
    ...lost.map(({ shown }) => `    ✗ «${shown}»`),
    ...(staleReason === null ? [] : [`    ${dropped[staleReason]}`]),
  ];
}
