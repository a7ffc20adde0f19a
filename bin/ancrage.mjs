#!/usr/bin/env node
import { launch } from '../bootstrap/launch.mjs';

await launch('src/cli/main.ts', process.argv.slice(2));
