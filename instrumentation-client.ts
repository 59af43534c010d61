/**
 * Next.js runs this before any part of the page. The page's policy forbids making code from text, which zod otherwise tries as soon as an
 * object's shape is made. Where zod keeps its settings is written here and not by `z.config`: most pages load without zod.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
