// @ts-check

/** How many ports after the wanted one are tried. */
const triedPorts = 50;

/**
 * Binds the loopback address at the wanted port or the next free one.
 * @param {import('node:http').Server} server
 * @param {number} wanted
 * @returns {Promise<number>} the port
 */
export async function listenAt(server, wanted) {
  for (let port = wanted; port < wanted + triedPorts && port < 65_536; port++) {
    if (await tryPort(server, port)) return port;
  }
  throw new Error(`no free port from ${wanted} on`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function tryPort(server, port) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {NodeJS.ErrnoException} */ error) => {
      server.off('listening', succeed);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const succeed = () => {
      server.off('error', fail);
      resolve(true);
    };
    server
      .once('error', fail)
      .once('listening', succeed)
      .listen({ port, host: '127.0.0.1', exclusive: true });
  });
}
