export function ownerName(pid?: number): string;
export function isOwnerAlive(name: string): boolean;
export function pidOf(name: string): number;
export function isAlive(pid: number): boolean;
