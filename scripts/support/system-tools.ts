import { existsSync } from 'node:fs';
import { run } from './run.ts';

/** What the checks use of the system: the first of its files that is there serves, the first of its packages that installs brings it. */
const tools = [
  { name: 'a browser', files: ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'], packages: ['chromium-headless-shell', 'chromium'] },
  { name: 'a PDF reader', files: ['/usr/bin/pdftotext'], packages: ['poppler-utils'] },
];

/** Chromium without its windows where the system has it: pages are checked in half the time. */
export const chromiumPath = (): string => process.env['CHROMIUM_PATH'] ?? tools[0]?.files.find((file) => existsSync(file)) ?? 'chromium';

/** Installs Debian's Chromium and PDF reader where the best of them is missing and the account may; else says what to install. */
export async function installSystemTools(say: (line: string) => void): Promise<void> {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  let updated = false;
  for (const { name, files: [best = '', ...others], packages } of tools) {
    if (existsSync(best)) continue;
    const served = others.some((file) => existsSync(file));
    if (!mayInstall) {
      if (!served) say(`Missing for the checks: ${name}. Install it (apt-get install ${packages.join(', or ')})${name === 'a browser' ? ' or set CHROMIUM_PATH' : ''}.`);
      continue;
    }
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (!updated) await run('apt-get', ['update', '-qq'], { env });
    updated = true;
    for (const candidate of served ? packages.slice(0, 1) : packages) {
      say(`Installing ${candidate} from the system's packages…`);
      if ((await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', candidate], { env })) === 0) break;
    }
  }
}
