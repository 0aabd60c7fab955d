// What a list shows, as its address says: search, filters, order, columns. The same names as the server's queries.

export type Operator = 'is' | 'gte' | 'lt' | 'null' | 'not'
export interface Condition {
  readonly field: string
  readonly operator: Operator
  /** Several, joined by commas, for references and choices. */
  readonly value: string
}
export interface ListView {
  readonly q: string
  readonly sort: string
  readonly conditions: readonly Condition[]
  /** In this order; null = as declared. */
  readonly columns: readonly string[] | null
  readonly asOf: string
  readonly retired: boolean
}
export const plainView: ListView = Object.freeze({ q: '', sort: '', conditions: [], columns: null, asOf: '', retired: false })

/** @param search the part of an address after `?`. */
export function readView(search: string): ListView {
  const given = new URLSearchParams(search)
  const conditions: Condition[] = []
  for (const [name, value] of given) {
    // Short for a condition, as reports write it: overdue=true.
    const key = own.has(name) || name.startsWith('where.') ? name : `where.${name}`
    const match = /^where\.([^.]+)(?:\.(gte|lt|null|not|in))?$/.exec(key)
    if (!match?.[1] || value === '') continue
    const operator = match[2] === undefined || match[2] === 'in' ? 'is' : operators[match[2]]
    if (operator) conditions.push({ field: match[1], operator, value })
  }
  const columns = given.get('columns')
  return {
    q: given.get('q') ?? '',
    sort: given.get('sort') ?? '',
    conditions,
    columns: columns ? columns.split(',') : null,
    asOf: given.get('asOf') ?? '',
    retired: given.get('retired') === 'true',
  }
}
const own: ReadonlySet<string> = new Set(['q', 'sort', 'columns', 'asOf', 'retired', 'sites', 'limit', 'after', 'total'])
const operators: Readonly<Record<string, Operator>> = { gte: 'gte', lt: 'lt', null: 'null', not: 'not' }

/** The part of an address after `?`; empty for the plain view. */
export function writeView(view: ListView): string {
  const given = new URLSearchParams(queryOf(view))
  if (view.columns) given.set('columns', view.columns.join(','))
  // Commas and dots are readable in a query and need no escape there.
  return given.toString().replace(/%2C/g, ',')
}
/** What the server is asked. @param usualSort when the address names none. */
export function queryOf(view: ListView, usualSort = ''): Readonly<Record<string, string>> {
  const query: Record<string, string> = {}
  if (view.q) query['q'] = view.q
  for (const { field, operator, value } of view.conditions) query[`where.${field}${operator === 'is' ? (value.includes(',') ? '.in' : '') : `.${operator}`}`] = value
  const sort = view.sort || usualSort
  if (sort) query['sort'] = sort
  if (view.asOf) query['asOf'] = view.asOf
  if (view.retired) query['retired'] = 'true'
  return query
}

export function conditionOn(view: ListView, field: string, operator: Operator): string {
  return view.conditions.find((one) => one.field === field && one.operator === operator)?.value ?? ''
}
/** The view with one condition changed; an empty value takes it away. */
export function withCondition(view: ListView, condition: Condition): ListView {
  const others = view.conditions.filter((one) => one.field !== condition.field || one.operator !== condition.operator)
  return { ...view, conditions: condition.value === '' ? others : [...others, condition] }
}
export function withoutField(view: ListView, field: string): ListView {
  return { ...view, conditions: view.conditions.filter((one) => one.field !== field) }
}
/** Ascending, descending, as usual. */
export function nextSort(now: string, field: string): string {
  return now === field ? `-${field}` : now === `-${field}` ? '' : field
}
