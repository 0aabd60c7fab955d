// A problem 问题: what went wrong, whose fault it is and what to do, as an RFC 9457 document in the reader's language.

export type Locale = 'zh' | 'en'
/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}
/** Chinese first, English second. */
export const say = (zh: string, en: string): Sentence => Object.freeze({ zh, en })

/** The closed list of types. Each is `/problems/<type>` on the wire and never changes its meaning. */
export const problemTypes = Object.freeze({
  'bad-input': { status: 422, title: say('填写有误', 'Some values are not right') },
  'bad-request': { status: 400, title: say('请求格式有误', 'The request is malformed') },
  'not-signed-in': { status: 401, title: say('请先登录', 'Sign in first') },
  'sign-in-refused': { status: 401, title: say('登录未成功', 'Sign-in refused') },
  'password-change-required': { status: 403, title: say('请先修改密码', 'Change your password first') },
  'second-factor-required': { status: 403, title: say('请先绑定动态口令', 'Enrol a second factor first') },
  'not-allowed': { status: 403, title: say('没有权限', 'Not allowed') },
  'csrf': { status: 403, title: say('页面已过期，请刷新', 'The page has expired, reload it') },
  'not-found': { status: 404, title: say('没有找到', 'Not found') },
  'method-not-allowed': { status: 405, title: say('不支持这种操作', 'Method not allowed') },
  'stale-version': { status: 409, title: say('已被他人更新', 'Somebody else was faster') },
  'conflict': { status: 409, title: say('与现有数据冲突', 'In conflict with what exists') },
  'step-not-possible': { status: 409, title: say('现在不能办理这一步', 'This step is not possible now') },
  'standard-breached': { status: 409, title: say('不符合规定', 'A standard forbids it') },
  'idempotency-mismatch': { status: 422, title: say('同一幂等键用于不同请求', 'Idempotency key reused for another request') },
  'version-required': { status: 428, title: say('缺少版本号', 'A version is required') },
  'gone': { status: 410, title: say('已失效', 'No longer valid') },
  'too-large': { status: 413, title: say('内容过大', 'Too large') },
  'unsupported-media': { status: 415, title: say('不支持的文件类型', 'Unsupported kind of file') },
  'too-many-requests': { status: 429, title: say('操作过于频繁', 'Too many requests') },
  'internal': { status: 500, title: say('系统内部错误', 'Internal error') },
  'no-space': { status: 507, title: say('存储空间不足', 'Out of storage space') },
  'not-ready': { status: 503, title: say('系统尚未就绪', 'Not ready yet') },
})
export type ProblemType = keyof typeof problemTypes

/** One value that is not right. `at` is its path in the body, as in `input.photos[2]`. */
export interface FieldIssue {
  readonly at: string
  readonly says: Sentence
}
interface Details {
  readonly issues?: readonly FieldIssue[]
  /** Further members of the document, already fit for JSON. */
  readonly more?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/** Thrown by the engines, turned into a document at the edge; never a stack trace on the wire. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly type: ProblemType
  readonly detail: Sentence
  readonly issues: readonly FieldIssue[]
  readonly more: Readonly<Record<string, unknown>>
  constructor(type: ProblemType, detail: Sentence, details: Details = {}) {
    super(detail.en, { cause: details.cause })
    this.type = type
    this.detail = detail
    this.issues = details.issues ?? []
    this.more = details.more ?? {}
  }
}

/** Reading goes on; whoever was writing keeps what he typed and sends it again. */
export const noSpace = (cause?: unknown): Problem =>
  new Problem(
    'no-space',
    say('服务器存储空间不足，暂时不能保存，查询不受影响；所填内容请先留在页面上，并通知系统管理员清理空间。', 'The server is out of storage space: nothing can be saved for now, reading goes on. Keep what you typed on the page and tell the system administrator to free space.'),
    { more: { retryAfter: 60 }, ...(cause !== undefined && { cause }) },
  )

export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance?: string
  readonly issues?: readonly { at: string; says: string }[]
  readonly [more: string]: unknown
}
/** @param instance the request's id, so that a user can quote it. */
export function problemDocument(problem: Problem, locale: Locale, instance?: string): ProblemDocument {
  const kind = problemTypes[problem.type]
  return {
    ...problem.more,
    type: `/problems/${problem.type}`,
    title: kind.title[locale],
    status: kind.status,
    detail: problem.detail[locale],
    ...(instance && { instance }),
    ...(problem.issues.length > 0 && { issues: problem.issues.map(({ at, says }) => ({ at, says: says[locale] })) }),
  }
}
