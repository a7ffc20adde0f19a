import { spawn } from 'node:child_process';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end; the signals that this process gets go to it, and this process waits.
 * Resolves with its exit code or signal, and the signal that was forwarded if there was one; rejects when it cannot start.
 */
export function runChild(command, args, options, onStart = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    let forwardedSignal;
    const handlers = forwarded.map((signal) => [signal, () => {
      forwardedSignal = signal;
      child.kill(signal);
    }]);
    for (const [signal, handler] of handlers) process.on(signal, handler);
    const stopWatching = whenNpmEnds(() => {
      forwardedSignal = 'SIGTERM';
      child.kill('SIGTERM');
    });
    const done = () => {
      stopWatching();
      for (const [signal, handler] of handlers) process.off(signal, handler);
    };
    child.once('spawn', () => onStart(child.pid));
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', (code, signal) => {
      done();
      resolve({ code, signal, forwardedSignal });
    });
  });
}

/** A signal to `npm start` itself ends npm and its shell and is not passed on: their end is our signal. */
function whenNpmEnds(act) {
  if (!process.env.npm_lifecycle_event && process.env.npm_command !== 'exec') return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 300);
  return () => clearInterval(timer);
}
