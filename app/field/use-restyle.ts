'use client';
import { useEffect } from 'react';
import type { FieldController } from './field-controller.ts';

/** Reads the tokens anew whenever the page has another theme: once its mark is there, which comes after whoever asked for it was told. */
export function useRestyle(controller: FieldController | null): void {
  useEffect(() => {
    if (controller === null) return undefined;
    const look = new MutationObserver(() => controller.restyle());
    look.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'style'] });
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const onSystem = () => controller.restyle();
    system.addEventListener('change', onSystem);
    controller.restyle();
    return () => {
      look.disconnect();
      system.removeEventListener('change', onSystem);
    };
  }, [controller]);
}
