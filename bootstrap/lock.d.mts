export interface Lock {
  share(pid: number): void;
  release(): void;
}
export interface LockOptions {
  onWait?: (pid: number) => void;
  timeoutMs?: number;
}
export function takeLock(folder: string, options?: LockOptions): Promise<Lock>;
export function withLock<T>(folder: string, work: (lock: Lock) => Promise<T>, options?: LockOptions): Promise<T>;
