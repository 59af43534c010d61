// @ts-check
import { spawn } from 'node:child_process';

/**
 * Opens a link where there is a display and the person has not said no.
 * @param {string} link
 * @param {Record<string, string | undefined>} env
 */
export function openBrowser(link, env) {
  if (env['SCENEFIELD_OPEN'] === '0' || env['CI']) return;
  const opener = openerOf(env);
  if (opener === null) return;
  const [command = '', ...parameters] = opener;
  spawn(command, [...parameters, link], { stdio: 'ignore', detached: true })
    .on('error', () => {
      // The address stands in the terminal.
    })
    .unref();
}

/** @param {Record<string, string | undefined>} env */
function openerOf(env) {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : null;
}
