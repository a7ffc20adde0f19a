/** Rejects with an error of name `Refusal` (message: one sentence; `exitCode`) when the pages cannot be built. */
export function ensureBuild(): Promise<void>;
