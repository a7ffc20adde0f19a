/**
 * A package's manifest, run in its folder by its own npm scripts. In the workspace `exports` names the sources; npm takes no `exports`
 * from `publishConfig`, so that those of `dist` are put in their place while it packs.
 *
 * `node ../manifest.mjs clean` empties `dist` and puts a manifest left by an interrupted pack back; `publish` and `restore` stand around the packing.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const [manifest, kept] = ['package.json', 'package.json.workspace'];

const steps = {
  clean() {
    if (existsSync(kept)) steps.restore();
    rmSync('dist', { recursive: true, force: true });
  },
  publish() {
    const own = readFileSync(manifest, 'utf8');
    const { publishConfig, devDependencies: _tools, scripts: _scripts, ...published } = JSON.parse(own);
    writeFileSync(kept, own);
    writeFileSync(manifest, `${JSON.stringify({ ...published, ...publishConfig }, null, 2)}\n`);
  },
  restore() {
    renameSync(kept, manifest);
  },
};

const step = steps[process.argv[2]];
if (!step) throw new Error('node ../manifest.mjs clean | publish | restore');
step();
