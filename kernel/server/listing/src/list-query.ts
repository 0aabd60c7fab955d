// 列表请求: filters, sort, page and search as they stand in a query string.
import { isDate } from '@houqin/clock'
import { Problem, say } from '@houqin/problem'

export const operators = ['eq', 'gte', 'lt', 'in', 'null', 'not'] as const
export type Operator = (typeof operators)[number]
export interface Filter {
  readonly field: string
  readonly operator: Operator
  readonly values: readonly string[]
}
export interface ListQuery {
  readonly where?: readonly Filter[]
  readonly q?: string
  /** A field, or `-field`; the list's own order when absent. */
  readonly sort?: string
  /** 1–200. */
  readonly limit?: number
  readonly after?: string
  readonly total?: boolean
  readonly asOf?: string
  readonly retired?: boolean
}

export const defaultLimit = 50
const largestLimit = 200
const mostFilters = 40
const mostValues = 500

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** @param parameters the query string as parsed; a name given twice holds a list. @throws Problem `bad-request` in a sentence. */
export function readListQuery(parameters: Parameters): ListQuery {
  const where: Filter[] = []
  const rest: { -readonly [K in keyof ListQuery]: ListQuery[K] } = {}
  for (const [name, given] of Object.entries(parameters)) {
    if (given === undefined) continue
    if (name.startsWith('where.')) where.push(readFilter(name, typeof given === 'string' ? [given] : given))
    else Object.assign(rest, readSetting(name, given))
  }
  if (where.length > mostFilters) throw bad(`最多 ${mostFilters} 个筛选条件`, `At most ${mostFilters} filters are possible`)
  return where.length > 0 ? { ...rest, where } : rest
}

function readFilter(name: string, given: readonly string[]): Filter {
  const [, field = '', operator = 'eq', ...more] = name.split('.')
  if (!isOperator(operator) || more.length > 0) {
    const shown = name.slice(0, 80)
    throw bad(
      `“${shown}”不是筛选条件：应为 where.字段 或 where.字段.运算，运算可为 gte、lt、in、null、not`,
      `“${shown}” is no filter: write where.field or where.field.operator, operators are gte, lt, in, null, not`,
    )
  }
  const values = given.flatMap((value) => (operator === 'in' ? value.split(',') : [value]))
  if (values.length > mostValues) throw bad(`“${name}”最多 ${mostValues} 个值`, `“${name}” may have ${mostValues} values`)
  return { field, operator: operator === 'eq' && values.length > 1 ? 'in' : operator, values }
}
function isOperator(word: string): word is Operator {
  return operators.some((operator) => operator === word)
}

function readSetting(name: string, given: string | readonly string[]): ListQuery {
  if (typeof given !== 'string') throw bad(`参数“${name.slice(0, 40)}”只能出现一次`, `“${name.slice(0, 40)}” may be given once`)
  switch (name) {
    case 'q':
    case 'sort':
    case 'after':
      return given === '' ? {} : { [name]: given.slice(0, 2000) }
    case 'limit': {
      const limit = /^\d{1,3}$/.test(given) ? Number(given) : 0
      if (limit < 1 || limit > largestLimit) throw bad(`limit 应为 1–${largestLimit} 的整数`, `limit must be a whole number from 1 to ${largestLimit}`)
      return { limit }
    }
    case 'total':
    case 'retired':
      if (given !== 'true' && given !== 'false') throw bad(`${name} 应为 true 或 false`, `${name} must be true or false`)
      return { [name]: given === 'true' }
    case 'asOf':
      if (!isDate(given) || given < '1000') throw bad('asOf 应为日期，例如 2026-11-24', 'asOf must be a day, such as 2026-11-24')
      return { asOf: given }
    default:
      throw bad(
        `没有参数“${name.slice(0, 40)}”，可用：where.字段、q、sort、limit、after、total、asOf、retired`,
        `There is no parameter “${name.slice(0, 40)}”; known are: where.field, q, sort, limit, after, total, asOf, retired`,
      )
  }
}

export function bad(zh: string, en: string): Problem {
  return new Problem('bad-request', say(`${zh}。`, `${en}.`))
}
