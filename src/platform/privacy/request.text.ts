/** What a person may ask about her data. */
export const requestKinds = ['access', 'rectification', 'erasure', 'objection'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestKindNames: Record<RequestKind, string> = {
  access: 'Accès et copie', rectification: 'Rectification', erasure: 'Effacement', objection: 'Opposition',
};
