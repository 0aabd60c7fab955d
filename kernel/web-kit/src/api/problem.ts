// A problem the server told us of, or the network made: a sentence for the person, and what belongs beside which input.
import type { KeptFinding } from '@houqin/wire'
import type { Say } from '../words/locale.ts'

export interface Issue {
  /** Path in the body, as in `input.photos[2]`. */
  readonly at: string
  readonly says: string
}

export interface Approval {
  readonly matter: string
  readonly input: Readonly<Record<string, unknown>>
}

export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  /** The last part of the document's type, such as `stale-version`; `no-network` when nobody answered. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly issues: readonly Issue[]
  readonly findings: readonly KeptFinding[]
  /** Quote it when asking for help. */
  readonly instance: string | null
  readonly retryAfter: number | null
  /** At the door: the code is wanted, or was wrong. */
  readonly secondFactor: string | null
  /** What to ask first, filled in: an export above the measure. */
  readonly approval: Approval | null
  constructor(document: {
    type: string
    title: string
    detail: string
    status: number
    issues?: readonly Issue[]
    findings?: readonly KeptFinding[]
    instance?: string | null
    retryAfter?: number | null
    approval?: Approval | null
    secondFactor?: string | null
  }) {
    super(document.detail)
    this.type = document.type
    this.title = document.title
    this.status = document.status
    this.issues = document.issues ?? []
    this.findings = document.findings ?? []
    this.instance = document.instance ?? null
    this.retryAfter = document.retryAfter ?? null
    this.secondFactor = document.secondFactor ?? null
    this.approval = document.approval ?? null
  }
}

/** Reads an answer that is not 2xx, whatever stands in it. */
export async function problemOf(answer: Response, say: Say): Promise<ProblemError> {
  const document = await answer.json().catch(() => null) as unknown
  const member = (name: string): unknown => (typeof document === 'object' && document !== null ? (document as Record<string, unknown>)[name] : undefined)
  const text = (name: string): string | undefined => {
    const value = member(name)
    return typeof value === 'string' ? value : undefined
  }
  const list = <T>(name: string): readonly T[] => {
    const value = member(name)
    return Array.isArray(value) ? (value as readonly T[]) : [] // its shape is frozen in docs/api.md
  }
  return new ProblemError({
    type: text('type')?.split('/').at(-1) ?? 'internal',
    title: text('title') ?? say('服务器没有正常回答', 'The server did not answer properly'),
    detail: text('detail') ?? say(`服务器回答了 ${answer.status}。请稍后再试，仍不行时告诉系统管理员。`, `The server answered ${answer.status}. Try again later; tell the system administrator if it persists.`),
    status: answer.status,
    secondFactor: text('secondFactor') ?? null,
    approval: (member('approval') as Approval | undefined) ?? null, // docs/api.md shapes it
    issues: list<Issue>('issues'),
    findings: list<KeptFinding>('findings'),
    instance: text('instance') ?? null,
    retryAfter: Number(answer.headers.get('retry-after')) || null,
  })
}
export function noNetwork(say: Say): ProblemError {
  return new ProblemError({
    type: 'no-network',
    title: say('网络不通', 'No network'),
    detail: say('没有连上服务器。填写的内容还在，网络恢复后再试一次。', 'The server could not be reached. What you typed is kept; try again when the network is back.'),
    status: 0,
  })
}

/** The name under which a sentence about one cell of a line is kept; without `name` about the line, without `place` about the whole set. */
export function lineIssueKey({ set, place, name }: { set: string; place?: number | undefined; name?: string | undefined }): string {
  return `${set}${place === undefined ? '' : `[${place}]`}${name === undefined ? '' : `.${name}`}`
}
/** What was said of one row of a list that a form lays out by hand, of whichever of its cells. @param list its path, such as `lines.expenses`. */
export function issueOfRow(issues: readonly Issue[], list: string, place: number): string | undefined {
  return issues.flatMap(({ at, says }) => (rowOf(at, list) === place ? [says] : [])).join(' ') || undefined
}
/** What was said of none of so many rows of each list, by the lists' paths. */
export function issuesElsewhere(issues: readonly Issue[], rows: Readonly<Record<string, number>>): readonly string[] {
  return issues.flatMap(({ at, says }) => (Object.entries(rows).some(([list, many]) => (rowOf(at, list) ?? many) < many) ? [] : [says]))
}
function rowOf(at: string, list: string): number | undefined {
  const place = at.startsWith(`${list}[`) ? /^\d+(?=\])/.exec(at.slice(list.length + 1))?.[0] : undefined
  return place === undefined ? undefined : Number(place)
}

/**
 * Sentences by the name of the field they belong to, and those that belong to none.
 * @param under path before the fields, such as `input.`.
 * @param lines by set, of each line that was sent the names of the cells that are shown.
 */
export function sortIssues({ issues, under, fields, lines = {} }: {
  issues: readonly Issue[]
  under: string
  fields: readonly string[]
  lines?: Readonly<Record<string, readonly (readonly string[])[]>>
}): {
  readonly beside: Readonly<Record<string, string>>
  readonly others: readonly string[]
} {
  const beside: Record<string, string> = {}
  const others: string[] = []
  for (const { at, says } of issues) {
    const path = at.startsWith(under) ? at.slice(under.length) : at
    const field = /^[^.[]+/.exec(path)?.[0] ?? ''
    const key = fields.includes(field) ? field : lineKeyOf(at, lines)
    if (key === undefined) others.push(says)
    else beside[key] = beside[key] ? `${beside[key]} ${says}` : says
  }
  return { beside, others }
}

/** Where a path such as `lines.materials[2].amount` stands in a form that shows these lines; undefined for nowhere. */
function lineKeyOf(at: string, lines: Readonly<Record<string, readonly (readonly string[])[]>>): string | undefined {
  const [, set = '', place, name] = /^lines\.([^.[]+)(?:\[(\d+)\](?:\.([^.[]+))?)?/.exec(at) ?? []
  const rows = Object.hasOwn(lines, set) ? lines[set] : undefined
  if (!rows) return undefined
  if (place === undefined) return lineIssueKey({ set })
  const cells = rows[Number(place)]
  return cells && lineIssueKey({ set, place: Number(place), name: name !== undefined && cells.includes(name) ? name : undefined })
}
