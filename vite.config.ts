import { fileURLToPath } from 'node:url';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

const source = fileURLToPath(new URL('src/', import.meta.url));
const routes = `${source}web/routes/`;
const web = `${source}web/`;

/**
 * Pages are rendered on the server only (no hydration): the browser gets the styles and `entry.client.ts`. Route
 * modules are left out of its build, and so is all that they import.
 */
const serverOnlyRoutes = (): Plugin => ({
  name: 'ancrage:server-only-routes',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'client',
  load: { filter: { id: /\/src\/web\/routes\// }, handler: (id) => (id.startsWith(routes) ? 'export default () => null;' : undefined) },
});

export default defineConfig({
  plugins: [serverOnlyRoutes(), reactRouter()],
  publicDir: 'src/web/public',
  build: { assetsInlineLimit: 0, modulePreload: false },
  environments: {
    ssr: {
      build: {
        rollupOptions: {
          // The areas run from their sources, once per process, whichever door called them.
          external: (id: string) => id.startsWith(source) && !id.startsWith(web),
          makeAbsoluteExternalsRelative: false,
          output: { paths: (id: string) => (id.startsWith(source) ? `../../src/${id.slice(source.length)}` : id) },
        },
      },
    },
  },
});
