export { boot } from './boot.mjs';
