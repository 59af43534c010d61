// @ts-check
import { execFile } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Something the machine must have before the start. `cure` is the command that brings it here.
 * @typedef {{ name: 'node' | 'java' | 'maven' | 'pip', found: string | null, cure: string }} Missing
 */

const oldestNode = [20, 19];
const oldestJava = 17;
/** @type {Record<Missing['name'], { apt: string, brew: string }>} */
const packages = {
  node: { apt: 'npx -y -p node@24 node server/boot/start.mjs', brew: 'brew install node@24' },
  java: { apt: 'sudo apt-get install -y openjdk-17-jre-headless', brew: 'brew install openjdk@17' },
  maven: { apt: 'sudo apt-get install -y maven', brew: 'brew install maven' },
  pip: { apt: 'sudo apt-get install -y python3 python3-pip', brew: 'brew install python' },
};

/**
 * Names all that is missing at once. A graph elsewhere needs neither Java nor Maven; models given by path need no pip.
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<Missing[]>}
 */
export async function findMissing(env) {
  const needsJava = !env['NEO4J_URI'];
  const checks = await Promise.all([
    checkNode(process.versions.node),
    needsJava ? checkJava(env) : null,
    needsJava ? checkMaven(env) : null,
    needsPip(env) ? checkPip(env) : null,
  ]);
  return checks.filter((check) => check !== null);
}

/** @param {string} version */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  const isFit = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return isFit ? null : missing('node', version);
}

/** @param {Record<string, string | undefined>} env */
async function checkJava(env) {
  const java = await findJava(env);
  return java !== null && java.version >= oldestJava
    ? null
    : missing('java', java ? String(java.version) : null);
}

/** @param {Record<string, string | undefined>} env */
export function checkMaven(env) {
  return findOnPath('mvn', env) === null ? missing('maven', null) : null;
}

/**
 * The first Java that is new enough: `JAVA_HOME`, then PATH, then where systems put it; else the newest of the old ones.
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<{ path: string, version: number } | null>}
 */
export async function findJava(env) {
  const onPath = findOnPath('java', env);
  const places = [
    ...(env['JAVA_HOME'] ? [path.join(env['JAVA_HOME'], 'bin', 'java')] : []),
    ...(onPath ? [onPath] : []),
    ...knownJavas(),
  ];
  let old = null;
  for (const place of places) {
    const version = await javaVersion(place);
    if (version === null) continue;
    if (version >= oldestJava) return { path: place, version };
    if (old === null || version > old.version) old = { path: place, version };
  }
  return old;
}

function knownJavas() {
  const roots =
    process.platform === 'darwin'
      ? ['/Library/Java/JavaVirtualMachines', '/opt/homebrew/opt']
      : ['/usr/lib/jvm', '/opt/java', '/usr/java'];
  const inside = process.platform === 'darwin' ? ['Contents/Home/bin/java', 'bin/java'] : ['bin/java'];
  return roots.flatMap((root) =>
    namesIn(root).flatMap((name) => inside.map((end) => path.join(root, name, end)).filter(canRun)),
  );
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder).filter((name) => /java|jdk|jre|temurin|zulu|openjdk/i.test(name));
  } catch {
    return [];
  }
}

/**
 * @param {string} java
 * @returns {Promise<number | null>} its feature release, as 17
 */
function javaVersion(java) {
  return new Promise((resolve) => {
    execFile(java, ['-version'], { timeout: 10_000 }, (error, out, said) => {
      const version = /version "(?:1\.)?(\d+)/.exec(`${out}${said}`)?.[1];
      resolve(error || version === undefined ? null : Number(version));
    });
  });
}

/** @param {Record<string, string | undefined>} env */
function needsPip(env) {
  const isGiven = (/** @type {string | undefined} */ model) =>
    model !== undefined && (model === 'none' || /[/\\]|\.gguf$/i.test(model));
  return !isGiven(env['SCENEFIELD_EMBED_MODEL']) || !isGiven(env['SCENEFIELD_WRITE_MODEL']);
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<Missing | null>}
 */
function checkPip(env) {
  const python = findOnPath('python3', env) ?? findOnPath('python', env);
  if (python === null) return Promise.resolve(missing('pip', null));
  // Looking for the module is ten times quicker than asking pip for its version.
  const probe = 'import importlib.util as u, sys; sys.exit(0 if u.find_spec("pip") else 1)';
  return new Promise((resolve) => {
    execFile(python, ['-c', probe], { timeout: 10_000 }, (error) =>
      resolve(error ? missing('pip', null) : null),
    );
  });
}

/**
 * @param {string} command
 * @param {Record<string, string | undefined>} env
 */
export function findOnPath(command, env) {
  const names = process.platform === 'win32' ? [`${command}.exe`, `${command}.cmd`] : [command];
  for (const folder of (env['PATH'] ?? '').split(path.delimiter).filter(Boolean)) {
    for (const name of names) {
      const file = path.join(folder, name);
      if (canRun(file)) return file;
    }
  }
  return null;
}

/** @param {string} file */
function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Missing['name']} name
 * @param {string | null} found
 * @returns {Missing}
 */
function missing(name, found) {
  const { apt, brew } = packages[name];
  const isRoot = process.getuid?.() === 0;
  const cure = process.platform === 'darwin' ? brew : isRoot ? apt.replace(/^sudo /, '') : apt;
  return { name, found, cure };
}
