/** A target that columns cannot hold: says which rule is at fault, by which mechanism, and why. */
export class CompileRefusal extends Error {
  readonly rule: string;
  readonly mechanism: string;
  readonly reason: string;

  constructor(rule: string, mechanism: string, reason: string) {
    super(`${rule}: ${mechanism}: ${reason}`);
    this.name = 'CompileRefusal';
    this.rule = rule;
    this.mechanism = mechanism;
    this.reason = reason;
  }
}
