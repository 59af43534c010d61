import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chosenModels } from './chosen-models.ts';
import { composeEndpoints } from './compose-endpoints.ts';
import { openSettingsFile } from './settings-file.ts';

let home: string;
let retried: string[];

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'scenefield-endpoints-'));
  await mkdir(path.join(home, 'secrets'), { mode: 0o700 });
  retried = [];
});
afterEach(() => rm(home, { recursive: true }));

async function open(env: Record<string, string> = {}) {
  const settings = await openSettingsFile(home);
  const options = { home, env };
  const retry = (stage: string) => Promise.resolve(void retried.push(stage));
  return { endpoints: composeEndpoints({ options, settings, retry }), settings, options };
}

test('a key is kept apart, for its owner’s eyes only, and no view holds it', async () => {
  const { endpoints, settings, options } = await open();
  await endpoints.use({
    role: 'write',
    address: 'http://127.0.0.1:9/v1',
    model: 'm',
    key: 'sk-secret',
    agrees: false,
  });
  const file = path.join(home, 'secrets', 'endpoint-keys.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(path.join(home, 'settings.json'), 'utf8')).not.toContain('sk-secret');
  const view = await endpoints.view();
  expect(view).toEqual([
    {
      role: 'write',
      address: 'http://127.0.0.1:9/v1',
      model: 'm',
      hasKey: true,
      isFar: false,
      isAllowed: true,
    },
  ]);
  expect(retried).toEqual(['models']);
  const choice = chosenModels({ ...options, settings });
  expect(choice.write).toMatchObject({ endpoint: { key: 'sk-secret' } });
  await endpoints.forgetKey('http://127.0.0.1:9/v1');
  expect((await endpoints.view())[0]).toMatchObject({ hasKey: false });
});

test('a far address is asked about once, and nothing changes before', async () => {
  const { endpoints, settings } = await open();
  const input = { role: 'embed', address: 'https://far.example.com', model: 'm' } as const;
  const refused = endpoints.use({ ...input, agrees: false });
  await expect(refused).rejects.toMatchObject({
    code: 'endpoint_not_agreed',
    values: { address: 'https://far.example.com/v1' },
  });
  expect(settings.current().embedModel).toBeNull();
  await endpoints.use({ ...input, agrees: true });
  await endpoints.use({ ...input, model: 'other', agrees: false });
  expect(await endpoints.view()).toMatchObject([{ model: 'other', isFar: true, isAllowed: true }]);
});

test('a far address that a variable names waits for the person, too', async () => {
  const { endpoints } = await open({ SCENEFIELD_EMBED_MODEL: 'https://far.example.com/v1#m' });
  expect(await endpoints.view()).toMatchObject([{ role: 'embed', isFar: true, isAllowed: false }]);
  await endpoints.agree('https://far.example.com/v1');
  expect(await endpoints.view()).toMatchObject([{ isAllowed: true }]);
});
