// @ts-check
import { wordsIn } from './words.mjs';

const style = `
:root{color-scheme:light dark;--ground:#faf7f1;--ink:#22211e;--quiet:#6a665d;--line:#e2dccf;--accent:#2f5fa8;--bad:#a3352b}
@media(prefers-color-scheme:dark){:root{--ground:#161b24;--ink:#e8e6e1;--quiet:#9aa3b2;--line:#2b3342;--accent:#8ab4f8;--bad:#f0938a}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,sans-serif;padding:24px}
main{width:min(560px,100%)}h1{font:500 28px/1.25 Georgia,'Noto Serif',serif;margin:0 0 8px}p{margin:0 0 24px;color:var(--quiet)}
ol{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}li{display:grid;grid-template-columns:20px 1fr auto;gap:4px 12px;align-items:baseline;padding:10px 0;border-bottom:1px solid var(--line)}
li::before{content:'';width:10px;height:10px;border-radius:50%;border:2px solid var(--quiet);align-self:center}
li[data-state=done]::before{background:var(--accent);border-color:var(--accent)}li[data-state=running]::before{border-color:var(--accent);border-right-color:transparent;animation:turn 1s linear infinite}li[data-state=failed]::before{background:var(--bad);border-color:var(--bad)}
li[data-state=waiting]{color:var(--quiet)}li span:last-of-type{color:var(--quiet);font-variant-numeric:tabular-nums;font-size:14px}
progress,pre{grid-column:2/-1}.cure{margin:16px 0 0}progress{width:100%;height:4px;accent-color:var(--accent)}pre{margin:0;max-height:160px;overflow:auto;white-space:pre-wrap;font:13px/1.5 ui-monospace,monospace;color:var(--bad)}
button{font:inherit;min-height:44px;padding:0 20px;margin-top:24px;border:1px solid var(--accent);border-radius:8px;background:none;color:var(--accent);cursor:pointer}button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
code{display:inline-block;padding:8px 14px;border:1px solid var(--line);border-radius:8px;color:var(--ink);font:15px ui-monospace,monospace}
@keyframes turn{to{transform:rotate(1turn)}}@media(prefers-reduced-motion:reduce){li::before{animation:none!important}}`;

/** Draws what `/api/boot` tells, and opens the app's page as soon as it is there. */
const script = `
const list=document.querySelector('ol'),again=document.querySelector('button');
function row(part){const item=document.createElement('li');item.dataset.state=part.state;
const label=document.createElement('span');label.textContent=part.label;const text=document.createElement('span');text.textContent=part.text;item.append(label,text);
if(part.share!==null){const bar=document.createElement('progress');bar.value=part.share;item.append(bar)}
if(part.detail){const words=document.createElement('pre');words.textContent=part.detail;item.append(words)}return item}
async function look(){try{const answer=await fetch('/api/boot');if(answer.status===401||answer.status===403||answer.status===404)return location.reload();
const view=await answer.json();if(view.isReady)return location.reload();
list.replaceChildren(...view.rows.map(row));again.hidden=!view.canRetry;document.querySelector('.cure').hidden=again.hidden}catch{}
setTimeout(look,300)}
again.addEventListener('click',()=>fetch('/api/boot',{method:'POST'}));look();`;

/**
 * The page of the start: complete in itself, in the first second, before any package is there.
 * @param {import('./words.mjs').Language} language
 * @param {string} nonce
 * @param {readonly import('./boot-progress.mjs').Row[]} rows
 */
export function bootPage(language, nonce, rows) {
  const words = wordsIn(language);
  const items = rows.map(
    ({ state, label, text }) =>
      `<li data-state="${state}"><span>${escapeHtml(label)}</span><span>${escapeHtml(text)}</span></li>`,
  );
  return page(language, nonce, {
    title: words.title,
    body: `<h1>${words.title}</h1><p>${words.lead}</p><ol aria-live="polite">${items.join('')}</ol>
<p class="cure" hidden>${words.failedCure}</p><button hidden>${words.retry}</button>`,
    script,
  });
}

/**
 * What a browser without the cookie sees. A strict cookie is not sent on a click from another site, but is on a reload that the page
 * itself asks for: so it reloads once before it says how to get in.
 * @param {import('./words.mjs').Language} language
 * @param {string} nonce
 */
export function lockedPage(language, nonce) {
  const { locked } = wordsIn(language);
  const body = `<div hidden><h1>${locked.title}</h1><p>${locked.text}</p><code>${locked.command}</code></div>`;
  const reloadOnce = `
const last=Number(sessionStorage.getItem('reloaded')||0);
if(Date.now()-last>5000){sessionStorage.setItem('reloaded',String(Date.now()));location.replace(location.pathname+location.search)}
else document.querySelector('div').hidden=false;`;
  return page(language, nonce, { title: 'Scenefield', body, script: reloadOnce });
}

/**
 * @param {import('./words.mjs').Language} language
 * @param {string} nonce
 * @param {{ title: string, body: string, script: string }} parts
 */
function page(language, nonce, { title, body, script: code }) {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,"><title>${title}</title><style nonce="${nonce}">${style}</style></head>
<body><main>${body}</main><script nonce="${nonce}">${code}</script></body></html>`;
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
