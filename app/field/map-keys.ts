import type { FieldController } from './field-controller.ts';

const zoomStep = 1.35;

/** The act of a key that moves the map; `by`: CSS pixels. Undefined for every other key. */
export function mapKey(controller: FieldController, key: string, by: number): (() => void) | undefined {
  const acts: Partial<Record<string, () => void>> = {
    ArrowLeft: () => controller.panBy(by, 0),
    ArrowRight: () => controller.panBy(-by, 0),
    ArrowUp: () => controller.panBy(0, by),
    ArrowDown: () => controller.panBy(0, -by),
    '+': () => controller.zoomBy(zoomStep),
    '=': () => controller.zoomBy(zoomStep),
    '-': () => controller.zoomBy(1 / zoomStep),
    '0': () => controller.fit(),
  };
  return acts[key];
}
