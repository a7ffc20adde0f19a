/** One thing that the doctor looked at. A warning is to be known; a failure is to be mended before people use the house. */
export interface Check {
  id: string;
  state: 'ok' | 'warning' | 'failure';
  /** French, for the operator. */
  text: string;
}

export const ok = (id: string, text: string): Check => ({ id, state: 'ok', text });
export const warning = (id: string, text: string): Check => ({ id, state: 'warning', text });
export const failed = (id: string, text: string): Check => ({ id, state: 'failure', text });
