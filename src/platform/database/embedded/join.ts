import { resolve } from 'node:path';
import { withLock, type Lock } from '../../../../bootstrap/lock.mjs';
import { failure, success, type Result } from '../../result.ts';
import { copyBinaries, isWholeCopy } from './binaries.ts';
import { hasCluster, initialiseCluster } from './cluster.ts';
import { failureOf, type EmbeddedFailure, type EmbeddedStep } from './failures.ts';
import { addMember, removeMember, sweepMembers } from './members.ts';
import { makeSocketFolder, removeSocketFolder, settle, usualRelocationRoot, type Settled } from './places.ts';
import { runningPostmaster, startPostmaster, stopPostmaster, wasCrashed } from './postmaster.ts';
import { answers, appRole, databaseName, ensureRoles, ownerRole, socketUrl } from './roles.ts';

/** A server that this process is a member of. */
export interface JoinedServer {
  ownerUrl: string;
  appUrl: string;
  /** Where binaries and data stand when the server's account cannot reach the data folder. */
  relocatedTo?: string;
  /** Leaves; the last member stops the server. Safe to call twice. Await it before the process ends. */
  leave: () => Promise<void>;
}

export interface JoinOptions {
  /** Folder for the data; a relative one stands in the project. */
  dataFolder: string;
  projectRoot: string;
  report?: (step: EmbeddedStep) => void;
  /** Where binaries and data go when the data folder cannot be reached by the server's account. */
  relocationRoot?: string;
}

const lockTimeoutMs = 120_000;

/** Joins the embedded PostgreSQL of a data folder: the first process to join starts it, the last to leave stops it. */
export async function joinEmbeddedServer(options: JoinOptions): Promise<Result<JoinedServer, EmbeddedFailure>> {
  const { projectRoot, report = () => {}, relocationRoot = usualRelocationRoot } = options;
  const dataFolder = resolve(projectRoot, options.dataFolder);
  try {
    const settled = settle(dataFolder, projectRoot, relocationRoot);
    const { places, relocatedTo } = settled;
    if (relocatedTo) report({ step: 'relocated', from: dataFolder, to: relocatedTo });
    const onWait = (pid: number): void => report({ step: 'waitingForLock', pid });
    const member = await withLock(places.lockFolder, (lock) => enter(settled, lock, report), { timeoutMs: lockTimeoutMs, onWait });
    return success({
      ownerUrl: socketUrl(places, ownerRole, databaseName),
      appUrl: socketUrl(places, appRole, databaseName),
      ...(relocatedTo ? { relocatedTo } : {}),
      leave: onceOnly(() => withLock(places.lockFolder, () => depart(settled, member), { timeoutMs: lockTimeoutMs, onWait })),
    });
  } catch (error) {
    const known = failureOf(error, dataFolder);
    if (known) return failure(known);
    throw error;
  }
}

async function enter(settled: Settled, lock: Lock, report: (step: EmbeddedStep) => void): Promise<string> {
  const { places, account, shipped, relocatedTo } = settled;
  sweepMembers(places.membersFolder);
  makeSocketFolder(places.socketFolder, account);
  const running = runningPostmaster(places) !== undefined;
  // A server whose socket was removed serves nobody any more.
  if (running && !(await answersSoon(settled))) await stopPostmaster(places);
  if (runningPostmaster(places) === undefined) {
    if (relocatedTo && !isWholeCopy(places.binaries, shipped)) {
      report({ step: 'copyingBinaries', to: places.binaries });
      copyBinaries(shipped, places.binaries);
    }
    if (!hasCluster(places)) {
      report({ step: 'initialising', folder: places.dataDirectory });
      await initialiseCluster(places, account, lock);
    }
    report({ step: wasCrashed(places) ? 'recovering' : 'starting' });
    await startPostmaster(places, account, () => answers(places));
  }
  try {
    await ensureRoles(places);
    return addMember(places.membersFolder);
  } catch (error) {
    if (sweepMembers(places.membersFolder).length === 0) await stopPostmaster(places);
    throw error;
  }
}

/** A server that starts or recovers takes a moment; one whose socket is gone never answers. */
async function answersSoon({ places }: Settled): Promise<boolean> {
  const deadline = Date.now() + 15_000;
  while (runningPostmaster(places) !== undefined && Date.now() < deadline) {
    if (await answers(places)) return true;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  return false;
}

async function depart({ places }: Settled, member: string): Promise<void> {
  removeMember(places.membersFolder, member);
  if (sweepMembers(places.membersFolder).length > 0) return;
  await stopPostmaster(places);
  removeSocketFolder(places.socketFolder);
}

function onceOnly(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
