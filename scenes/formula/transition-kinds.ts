import { relationKinds } from '../../graph-schema/link-kinds.ts';

/** From where to where a scene may lead: by links, by being a part, by what follows it. */
export const transitionKinds = [...relationKinds, 'part_of', 'next'] as const;
export type TransitionKind = (typeof transitionKinds)[number];

/** Also by these names; the English ones are the kinds themselves. */
const russian: Readonly<Record<TransitionKind, string>> = {
  links_to: 'ссылается_на',
  leads_to: 'ведет_к',
  enables: 'позволяет',
  requires: 'требует',
  refines: 'уточняет',
  contradicts: 'противоречит',
  exemplifies: 'пример',
  answers: 'отвечает_на',
  analogous_to: 'похоже_на',
  part_of: 'часть',
  next: 'следом',
};

export function findTransitionKind(name: string): TransitionKind | undefined {
  const plain = name.toLowerCase().replaceAll('ё', 'е');
  return transitionKinds.find((kind) => kind === plain || russian[kind] === plain);
}

export function transitionName(kind: TransitionKind, language: 'ru' | 'en'): string {
  return language === 'ru' ? russian[kind] : kind;
}
