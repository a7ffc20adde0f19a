import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src/web',
  buildDirectory: 'build',
  ssr: true,
  // Pages are documents: no route is fetched by script, so none needs discovering.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
