// @ts-check
// Runs inside the exported page, alone: no network, no storage. Whatever a note says reaches the page as text only.

/**
 * @typedef {{ id: string, title: string, state: string, region: number, x: number, y: number, degree: number, text: string | null }} Scene
 * @typedef {{ from: number, to: number, relation: string, isAdded: boolean, evidence: string[] }} Link
 * @typedef {{ name: string, hue: number }} Region
 * @typedef {{ title: string, words: Record<string, string>, scenes: Scene[], links: Link[], regions: Region[] }} Field
 */

/** @type {Field} */
const field = JSON.parse(byId('field').textContent ?? '');
const { words, scenes, links, regions } = field;
const canvas = /** @type {HTMLCanvasElement} */ (byId('map'));
const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
const search = /** @type {HTMLInputElement} */ (byId('search'));
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Names drawn at most on a wide map and on a narrow one, and rows of the list. */
const mostNames = { wide: 90, narrow: 26 };
const mostRows = 300;

/** @type {Set<number>} */
const hidden = new Set();
/** @type {number | null} */
let chosen = null;
const camera = { x: 0, y: 0, zoom: 1 };
/** @type {Map<number, number[]>} */
const linksOf = new Map();
links.forEach(({ from, to }, index) => {
  for (const end of [from, to]) linksOf.set(end, [...(linksOf.get(end) ?? []), index]);
});
const byDegree = scenes.map((_, index) => index).sort((a, b) => at(b).degree - at(a).degree);

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {number} index */
function at(index) {
  return /** @type {Scene} */ (scenes[index]);
}

/** @param {number} region */
function colourOf(region) {
  const hue = regions[region]?.hue;
  if (hue === undefined) return token('--faint');
  return dark.matches ? `oklch(0.76 0.115 ${hue})` : `oklch(0.58 0.125 ${hue})`;
}

/** @param {string} name */
function token(name) {
  const probe = byId('probe');
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

/** @param {number} index */
function isShown(index) {
  return !hidden.has(at(index).region);
}

function fit() {
  const xs = scenes.map(({ x }) => x);
  const ys = scenes.map(({ y }) => y);
  const [left, right] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const [top, bottom] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  camera.x = (left + right) / 2;
  camera.y = (top + bottom) / 2;
  camera.zoom = Math.min(
    (canvas.clientWidth - 100) / Math.max(1, right - left),
    (canvas.clientHeight - 100) / Math.max(1, bottom - top),
    2,
  );
  draw();
}

/** @param {Scene} scene @returns {[number, number]} */
function onScreen({ x, y }) {
  return [
    (x - camera.x) * camera.zoom + canvas.clientWidth / 2,
    (y - camera.y) * camera.zoom + canvas.clientHeight / 2,
  ];
}

/** @param {Scene} scene */
function radius({ degree }) {
  return Math.min(14, Math.max(1.5, (6 + 1.6 * Math.sqrt(degree)) * Math.min(1, camera.zoom ** 0.6)));
}

let isDue = false;
function draw() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    drawNow();
  });
}

function drawNow() {
  const density = devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  context.setTransform(density, 0, 0, density, 0, 0);
  const near = chosen === null ? null : new Set([chosen]);
  for (const index of linksOf.get(chosen ?? -1) ?? []) {
    const { from, to } = /** @type {Link} */ (links[index]);
    near?.add(from).add(to);
  }
  drawLinks(near);
  const colours = new Map([-1, ...regions.keys()].map((region) => [region, colourOf(region)]));
  for (let rank = byDegree.length - 1; rank >= 0; rank -= 1) {
    const index = /** @type {number} */ (byDegree[rank]);
    if (!isShown(index)) continue;
    const scene = at(index);
    const [x, y] = onScreen(scene);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
    context.globalAlpha = near === null || near.has(index) ? 1 : 0.2;
    context.beginPath();
    context.arc(x, y, radius(scene), 0, 2 * Math.PI);
    context.fillStyle = colours.get(scene.region) ?? '';
    context.strokeStyle = context.fillStyle;
    if (scene.state === 'missing') context.stroke();
    else context.fill();
  }
  context.globalAlpha = 1;
  drawNames(near);
}

/** @param {Set<number> | null} near */
function drawLinks(near) {
  const [plain, accent] = [token('--faint'), token('--accent')];
  for (const { from, to, isAdded } of links) {
    if (!isShown(from) || !isShown(to)) continue;
    const isLit = near !== null && (from === chosen || to === chosen);
    context.globalAlpha = isLit ? 0.9 : near === null ? 0.18 : 0.06;
    context.strokeStyle = isAdded ? accent : plain;
    context.lineWidth = isAdded || isLit ? 1.5 : 0.75;
    context.beginPath();
    context.moveTo(...onScreen(at(from)));
    context.lineTo(...onScreen(at(to)));
    context.stroke();
  }
}

/** Names that find room: regions first, then the chosen scene and those near it, then the best linked. @param {Set<number> | null} near */
function drawNames(near) {
  /** @type {[number, number, number, number][]} */
  const taken = [];
  const [ink, ground] = [token('--ink'), token('--ground')];
  context.textAlign = 'center';
  context.lineJoin = 'round';
  /** @param {string} title @param {number} middle @param {number} y @param {string} font */
  const name = (title, middle, y, font) => {
    const text = title.length > 40 ? `${title.slice(0, 39)}…` : title;
    context.font = font;
    const half = context.measureText(text).width / 2 + 3;
    const width = canvas.clientWidth;
    if (middle + half < 0 || middle - half > width || y < 0 || y > canvas.clientHeight) return;
    const x = middle > 0 && middle < width ? Math.max(half, Math.min(width - half, middle)) : middle;
    if (taken.some(([l, t, r, b]) => x - half < r && x + half > l && y - 14 < b && y + 4 > t)) return;
    taken.push([x - half, y - 14, x + half, y + 4]);
    context.strokeStyle = ground;
    context.lineWidth = 4;
    context.strokeText(text, x, y);
    context.fillStyle = ink;
    context.fillText(text, x, y);
  };
  if (near === null)
    regions.forEach((region, index) => {
      if (hidden.has(index)) return;
      const members = scenes.filter((scene) => scene.region === index);
      if (members.length === 0) return;
      const x = members.reduce((sum, scene) => sum + scene.x, 0) / members.length;
      const y = members.reduce((top, scene) => Math.min(top, scene.y), Infinity);
      const [left, top] = onScreen({ .../** @type {Scene} */ (members[0]), x, y });
      name(region.name, left, top - 14, '600 16px Georgia, serif');
    });
  const wanted =
    near === null ? byDegree : [...near].sort((a, b) => Number(b === chosen) - Number(a === chosen));
  for (const index of wanted) {
    if (taken.length >= (canvas.clientWidth < 600 ? mostNames.narrow : mostNames.wide)) break;
    if (!isShown(index)) continue;
    const [x, y] = onScreen(at(index));
    name(at(index).title, x, y + radius(at(index)) + 13, '12px system-ui, sans-serif');
  }
}

/** @param {number} x @param {number} y */
function sceneAt(x, y) {
  return byDegree.find((index) => {
    const [sceneX, sceneY] = onScreen(at(index));
    return isShown(index) && Math.hypot(sceneX - x, sceneY - y) < radius(at(index)) + 6;
  });
}

/** @param {string} tag @param {string} text @param {string} [name] */
function make(tag, text, name) {
  const element = document.createElement(tag);
  element.textContent = text;
  element.dir = 'auto';
  if (name !== undefined) element.className = name;
  return element;
}

/** @param {number} region */
function dot(region) {
  const mark = make('span', '', 'dot');
  mark.style.background = colourOf(region);
  return mark;
}

/** @param {number} index @param {string} [words] */
function sceneRow(index, words) {
  const row = document.createElement('li');
  const button = document.createElement('button');
  button.append(dot(at(index).region), make('span', at(index).title));
  if (words) button.append(make('span', words, 'marks'));
  button.addEventListener('click', () => choose(index));
  row.append(button);
  return row;
}

/** @param {number | null} index */
function choose(index) {
  chosen = index;
  history.replaceState(null, '', index === null ? '#' : `#${encodeURIComponent(at(index).id)}`);
  byId('list').hidden = index !== null;
  byId('scene').hidden = index === null;
  if (index !== null) {
    showScene(index);
    const [x, y] = onScreen(at(index));
    if (x < 20 || y < 20 || x > canvas.clientWidth - 20 || y > canvas.clientHeight - 20) {
      camera.x = at(index).x;
      camera.y = at(index).y;
    }
  }
  draw();
}

/** @param {number} index */
function showScene(index) {
  const scene = at(index);
  const back = make('button', `← ${words['back']}`);
  back.addEventListener('click', () => {
    choose(null);
    search.focus();
  });
  const parts = [back, make('h2', scene.title)];
  parts.push(make('p', regions[scene.region]?.name ?? words['noRegion'] ?? '', 'faint'));
  if (scene.state === 'missing') parts.push(make('p', words['missing'] ?? '', 'faint'));
  else parts.push(make('div', scene.text ?? words['noText'] ?? '', scene.text === null ? 'faint' : 'text'));
  for (const isOut of [true, false]) {
    const own = (linksOf.get(index) ?? []).flatMap((number) => {
      const link = links[number];
      return link !== undefined && (isOut ? link.from : link.to) === index ? [link] : [];
    });
    if (own.length === 0) continue;
    parts.push(make('h3', words[isOut ? 'links' : 'from'] ?? ''));
    const list = document.createElement('ul');
    for (const link of own) {
      const marks = [link.relation, link.isAdded ? words['accepted'] : ''].filter(Boolean).join(' · ');
      const row = sceneRow(isOut ? link.to : link.from, marks);
      for (const quote of link.evidence.slice(0, 3)) row.append(make('blockquote', quote));
      list.append(row);
    }
    parts.push(list);
  }
  byId('scene').replaceChildren(...parts);
  byId('scene').parentElement?.scrollTo(0, 0);
  back.focus({ preventScroll: true });
}

function showList() {
  const asked = search.value.trim().toLowerCase();
  const found = byDegree.filter((index) => isShown(index) && at(index).title.toLowerCase().includes(asked));
  byId('rows').replaceChildren(...found.slice(0, mostRows).map((index) => sceneRow(index)));
  byId('more').textContent = found.length > mostRows ? `… ${found.length - mostRows}` : '';
}

function showRegions() {
  byId('regions').replaceChildren(
    ...regions.map(({ name }, index) => {
      const row = document.createElement('li');
      const button = document.createElement('button');
      button.setAttribute('aria-pressed', String(!hidden.has(index)));
      const count = scenes.filter(({ region }) => region === index).length;
      button.append(dot(index), make('span', name), make('span', String(count), 'faint'));
      button.addEventListener('click', () => {
        if (!hidden.delete(index)) hidden.add(index);
        button.setAttribute('aria-pressed', String(!hidden.has(index)));
        showList();
        draw();
      });
      row.append(button);
      return row;
    }),
  );
}

/** @param {number} factor @param {number} x @param {number} y */
function zoomAt(factor, x, y) {
  const [dx, dy] = [x - canvas.clientWidth / 2, y - canvas.clientHeight / 2];
  const zoom = Math.min(8, Math.max(0.005, camera.zoom * factor));
  camera.x += dx / camera.zoom - dx / zoom;
  camera.y += dy / camera.zoom - dy / zoom;
  camera.zoom = zoom;
  draw();
}

function listen() {
  /** @type {Map<number, { x: number, y: number }>} */
  const fingers = new Map();
  let moved = 0;
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    if (fingers.size === 0) moved = 0;
    fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  });
  canvas.addEventListener('pointermove', (event) => {
    const last = fingers.get(event.pointerId);
    if (last === undefined) return;
    const now = { x: event.offsetX, y: event.offsetY };
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    moved += Math.hypot(now.x - last.x, now.y - last.y);
    fingers.set(event.pointerId, now);
    if (other !== undefined) {
      const [before, after] = [last, now].map(({ x, y }) => Math.hypot(x - other.x, y - other.y));
      return zoomAt((after ?? 1) / Math.max(1, before ?? 1), other.x, other.y);
    }
    camera.x -= (now.x - last.x) / camera.zoom;
    camera.y -= (now.y - last.y) / camera.zoom;
    return draw();
  });
  canvas.addEventListener('pointerup', (event) => {
    fingers.delete(event.pointerId);
    if (moved < 6) choose(sceneAt(event.offsetX, event.offsetY) ?? null);
  });
  canvas.addEventListener('pointercancel', (event) => fingers.delete(event.pointerId));
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      zoomAt(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
    },
    { passive: false },
  );
  canvas.addEventListener('keydown', (event) => {
    const step = 60 / camera.zoom;
    const [x, y] = [canvas.clientWidth / 2, canvas.clientHeight / 2];
    /** @type {Record<string, () => void>} */
    const acts = {
      ArrowLeft: () => (camera.x -= step),
      ArrowRight: () => (camera.x += step),
      ArrowUp: () => (camera.y -= step),
      ArrowDown: () => (camera.y += step),
      '+': () => zoomAt(1.3, x, y),
      '=': () => zoomAt(1.3, x, y),
      '-': () => zoomAt(1 / 1.3, x, y),
      0: fit,
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
    draw();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') choose(null);
  });
  byId('fit').addEventListener('click', fit);
  search.addEventListener('input', showList);
  dark.addEventListener('change', () => {
    showRegions();
    showList();
    draw();
  });
  new ResizeObserver(draw).observe(canvas);
}

listen();
showRegions();
showList();
if (scenes.length > 0) fit();
const asked = decodeURIComponent(location.hash.slice(1));
const first = scenes.findIndex(({ id }) => id === asked);
if (asked !== '' && first >= 0) choose(first);
