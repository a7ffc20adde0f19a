import { existsSync } from 'node:fs';
import { run } from './run.ts';

const tools = [
  { file: '/usr/bin/chromium', package: 'chromium' },
  { file: '/usr/bin/pdftotext', package: 'poppler-utils' },
];

/** Installs Debian's Chromium and PDF reader where they are missing and the account may; else says what to install. */
export async function installSystemTools(say: (line: string) => void): Promise<void> {
  const absent = tools.filter((tool) => !existsSync(tool.file)).map((tool) => tool.package);
  if (absent.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say(`Missing for the browser checks: ${absent.join(', ')}. Install them (apt-get install ${absent.join(' ')}) or set CHROMIUM_PATH.`);
    return;
  }
  say(`Installing ${absent.join(', ')} from the system's packages…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...absent], { env });
}
