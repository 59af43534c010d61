'use client';
import { type PointerEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldController } from './field-controller.ts';
import { openLayer } from './layer-canvas.ts';
import styles from './map-tools.module.css';
import { drawRegions } from './region-layer.ts';

const margin = 6;

/** The whole field in small with what is in sight; press or drag to go there. By keyboard the map's own arrow keys do it. */
export function Minimap({ controller }: { controller: FieldController }) {
  const t = useTranslations('field');
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const draw = () => {
      if (canvas.current !== null) drawOverview(canvas.current, controller);
    };
    draw();
    return controller.onFrame(draw);
  }, [controller]);

  function go(event: PointerEvent<HTMLCanvasElement>) {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (event.buttons === 0) return;
    const { scale, left, top } = overviewCamera(event.currentTarget, controller);
    const box = event.currentTarget.getBoundingClientRect();
    controller.moveTo((event.clientX - box.left - left) / scale, (event.clientY - box.top - top) / scale);
  }

  return (
    <canvas
      ref={canvas}
      className={styles.minimap}
      aria-label={t('minimap')}
      onPointerDown={go}
      onPointerMove={go}
    />
  );
}

/** CSS pixels of the overview = field units × scale + left, top. */
function overviewCamera(canvas: HTMLCanvasElement, controller: FieldController) {
  const { nodes, ground } = controller.model();
  const xs = ground === null ? nodes.map(({ x }) => x) : [ground.x1, ground.x2];
  const ys = ground === null ? nodes.map(({ y }) => y) : [ground.y1, ground.y2];
  const [x1, x2] = [Math.min(...xs, 0), Math.max(...xs, 1)];
  const [y1, y2] = [Math.min(...ys, 0), Math.max(...ys, 1)];
  const width = canvas.clientWidth - 2 * margin;
  const height = canvas.clientHeight - 2 * margin;
  const scale = Math.min(width / (x2 - x1), height / (y2 - y1));
  return {
    scale,
    left: margin + (width - (x2 - x1) * scale) / 2 - x1 * scale,
    top: margin + (height - (y2 - y1) * scale) / 2 - y1 * scale,
  };
}

function drawOverview(canvas: HTMLCanvasElement, controller: FieldController): void {
  const layer = openLayer(canvas);
  if (layer === null || layer.width === 0) return;
  const { context } = layer;
  const { scale, left, top } = overviewCamera(canvas, controller);
  const colours = controller.colours();
  const model = controller.model();
  drawRegions(context, model, {
    camera: { zoom: scale, panX: left, panY: top },
    colours,
    isFar: false,
  });
  context.fillStyle = colours.faint;
  for (const { x, y } of model.nodes)
    context.fillRect(x * scale + left - 0.75, y * scale + top - 0.75, 1.5, 1.5);
  const { x1, y1, x2, y2 } = controller.extent();
  context.strokeStyle = colours.accent;
  context.lineWidth = 1.5;
  context.strokeRect(x1 * scale + left, y1 * scale + top, (x2 - x1) * scale, (y2 - y1) * scale);
}
