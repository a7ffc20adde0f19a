import { readFileSync } from 'node:fs';

// A pid alone is reused; with the kernel's start time and the boot it names one process for ever.

/** A name for a live process, usable as a file name. */
export function ownerName(pid = process.pid) {
  return `${pid}-${startOf(pid) ?? 0}-${boot()}`;
}

/** Whether the process that `ownerName` named still runs. A suffix after the name does not matter. */
export function isOwnerAlive(name) {
  const [pid, start, bootId] = name.split('-');
  if (!/^\d+$/.test(pid ?? '') || bootId !== boot()) return false;
  if (!isAlive(Number(pid))) return false;
  const current = startOf(Number(pid));
  return current === undefined || start === '0' || current === start;
}

/** The pid in a name that `ownerName` made. */
export const pidOf = (name) => Number(name.split('-')[0]);

/** Whether a process runs; one that is dead but not yet reaped by its parent does not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const state = statFields(pid)?.[0];
  return state !== 'Z' && state !== 'X';
}

const startOf = (pid) => statFields(pid)?.[19];

/** The fields of /proc/<pid>/stat after the command's name (which may hold spaces and parentheses). */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

let bootId;

function boot() {
  try {
    bootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  } catch {
    bootId = '0';
  }
  return bootId;
}
