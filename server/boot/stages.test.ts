import { describe, expect, it } from 'vitest';
import { AppError } from '../../graph-schema/app-error.ts';
import { createStages } from './stages.ts';

describe('the stages of the start', () => {
  it('tell state, seconds, bytes and, for a failed one, its cause', async () => {
    let time = 0;
    const stages = createStages(() => time);
    const running = stages.run('models', async (tell) => {
      tell({ bytes: 5, totalBytes: 10 });
      time = 2000;
      throw new AppError('weights_unreachable', { values: { id: 'x' } });
    });
    await expect(running).rejects.toThrow();
    expect(stages.list().find(({ name }) => name === 'models')).toMatchObject({
      state: 'failed',
      seconds: 2,
      cause: 'weights_unreachable',
      values: { id: 'x' },
    });
    expect(stages.isDone('neo4j')).toBe(false);
  });

  it('let others wait: resolved when done, rejected with the cause when failed, done again after a retry', async () => {
    const stages = createStages();
    const waiting = stages.wait('neo4j');
    const failing = stages.run('neo4j', () => Promise.reject(new AppError('neo4j_auth')));
    await expect(failing).rejects.toThrow('neo4j_auth');
    await expect(waiting).rejects.toThrow('neo4j_auth');
    expect(stages.faultOf('neo4j')).toMatchObject({ code: 'neo4j_auth' });
    await stages.run('neo4j', () => Promise.resolve());
    expect(stages.faultOf('neo4j')).toBeUndefined();
    await expect(stages.wait('neo4j')).resolves.toBeUndefined();
  });

  it('are ready when all of them are done, and not any more when one is lost', async () => {
    let time = 0;
    const stages = createStages(() => time);
    for (const name of ['settings', 'neo4j', 'migrations'] as const)
      await stages.run(name, () => Promise.resolve());
    time = 3000;
    expect(stages.isDone('ready')).toBe(false);
    await stages.run('models', () => Promise.resolve());
    expect(stages.list().at(-1)).toEqual({ name: 'ready', state: 'done', seconds: 3 });
    stages.lose('neo4j', new Error('died'));
    expect(stages.isDone('ready')).toBe(false);
  });

  it('come back to running when a process dies', async () => {
    const stages = createStages();
    await stages.run('neo4j', () => Promise.resolve());
    stages.lose('neo4j', new AppError('neo4j_unreachable', { values: { uri: 'bolt://x' } }));
    expect(stages.list()[1]).toMatchObject({ state: 'running', cause: 'neo4j_unreachable' });
  });
});
