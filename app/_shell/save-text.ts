import { saveFile } from './save-file.ts';

/** Hands a text to the browser as a file to save. */
export function saveText(name: string, text: string): void {
  saveFile(name, new Blob([text], { type: 'application/yaml' }));
}
