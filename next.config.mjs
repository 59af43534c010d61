// @ts-check

/** Pages only: `/api` is answered by the Node server in front (server/boot). Types are checked by `npm test`, not by every build. */
/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  compress: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
};
