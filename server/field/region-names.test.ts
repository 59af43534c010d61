import { expect, test } from 'vitest';
import { nameRegions } from './region-names.ts';
import { termsOf } from './terms.ts';

/** Ten notes about each theme. */
function written(vault: string, themes: readonly string[], template = '') {
  return themes.flatMap((theme) =>
    Array.from({ length: 10 }, (_, at) => ({
      vault,
      theme,
      id: `${vault}/${theme}/${at}`,
      title: `Запись ${'абвгдежзик'[at] ?? ''}`,
      text: `${template} ${at % 2 === 0 ? theme : ''}`,
    })),
  );
}

test('what a template gives to all notes of a vault names none of its regions, however rare it is in the field', () => {
  const small = written('мал', ['парус', 'якорь'], 'правка шаблона');
  const large = written(
    'велик',
    Array.from({ length: 20 }, (_, at) => `тема${'абвгдежзиклмнопрстуф'[at] ?? ''}`),
  );
  const notes = [...small, ...large];
  const vaults = new Map(notes.map(({ id, vault }) => [id, vault]));
  const regions = ['парус', 'якорь'].map((named) =>
    small
      .filter(({ theme }) => theme === named)
      .map(({ id, title }) => ({ id, title, folders: [], centrality: 1 })),
  );
  const named = nameRegions(regions, { terms: termsOf(notes), vaultOf: (id) => vaults.get(id) ?? null });
  expect(named.map(({ name }) => name)).toEqual(['Парус', 'Якорь']);
  expect(named.map(({ describes }) => describes[0])).toEqual(['парус', 'якорь']);
});
