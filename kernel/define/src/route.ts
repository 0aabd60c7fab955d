// A route 审批路线: somebody must agree before a step happens. Who, in what order and within what time are rows of the bureau.

/** What the rows of a route are chosen by, and where a refusal leads. */
export interface Route<A extends string = string, Q extends string = string, S extends string = string, P extends string = string> {
  readonly id: string
  /** The amount whose range chooses the row: a decimal field of the form, or a fact. */
  readonly amount?: A
  /** The choice that chooses the row: a choice field of the form, or a fact. */
  readonly kind?: Q
  /** The state a refused matter goes back to; it stays where it was asked when absent. */
  readonly refused?: S
  /** References of the form that name whom it is for: like the asker, he is never seated among those who decide. */
  readonly concerns?: readonly P[]
}

/** @param id `subsystem.thing`; the rows carry it, so it never changes. */
export function route<
  const Id extends `${string}.${string}`,
  const A extends string = never,
  const Q extends string = never,
  const S extends string = never,
  const P extends string = never,
>(id: Id, declaration: { amount?: A; kind?: Q; refused?: S; concerns?: readonly P[] } = {}): Route<A, Q, S, P> {
  return Object.freeze({ id, ...declaration })
}
