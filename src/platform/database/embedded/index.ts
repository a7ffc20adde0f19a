export type { EmbeddedFailure, EmbeddedStep } from './failures.ts';
export { joinEmbeddedServer, type JoinedServer, type JoinOptions } from './join.ts';
