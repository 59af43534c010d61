import type { CameraView } from './map-camera.ts';

/** A camera as the address keeps it: `x,y,across` in field units. */
export function cameraText({ x, y, across }: CameraView): string {
  return [x, y, across].join(',');
}

export function cameraFrom(text: string | null): CameraView | null {
  const [x, y, across] = (text ?? '').split(',').map(Number);
  if (x === undefined || y === undefined || across === undefined) return null;
  return [x, y, across].every(Number.isFinite) && across > 0 ? { x, y, across } : null;
}
