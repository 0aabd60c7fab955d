// Whatever goes wrong leaves the house as a problem document, never as a stack trace.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, noSpace, problemDocument, say } from '@houqin/problem'
import type { Locale, ProblemType } from '@houqin/problem'
import type { Log } from './system.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly houseLog: Log
  }
}

/** The language of the answer: `Accept-Language: en…`, else Chinese. */
export function localeOf(request: FastifyRequest): Locale {
  return localeOfHeader(request.headers['accept-language'])
}
export function localeOfHeader(wanted = ''): Locale {
  const first = wanted.split(',').find((part) => /^\s*(zh|en)/i.test(part)) ?? 'zh'
  return /^\s*en/i.test(first) ? 'en' : 'zh'
}

const edge: Readonly<Record<string, [ProblemType, string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', '提交的内容超过上限。请减少内容或分几次提交。', 'The body is over the limit. Send less, or in several requests.'],
  FST_REQ_FILE_TOO_LARGE: ['too-large', '文件超过大小上限。请压缩后再上传。', 'The file is over the limit. Compress it and send it again.'],
  FST_FILES_LIMIT: ['too-large', '一次上传的文件太多。', 'Too many files in one upload.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media', '不支持这种内容类型，请用 application/json。', 'This content type is not supported; use application/json.'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['unsupported-media', '请以 multipart/form-data 上传文件。', 'Send files as multipart/form-data.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['bad-request', '请求声明为 JSON，但内容为空。', 'The request says JSON but its body is empty.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['bad-request', '请求内容不是合法的 JSON。', 'The body is not valid JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['bad-request', '请求长度与内容不符。', 'The content length does not match the body.'],
}

/** PostgreSQL's disk_full, and what the kernel says of a full disk or quota. */
const full: ReadonlySet<unknown> = new Set(['53100', 'ENOSPC', 'EDQUOT'])
/** PostgreSQL is stopping, starting or crashed (57P01–57P03), takes no more connections (53300), or is not there. */
const away: ReadonlySet<unknown> = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])
const cut = /^Connection terminated/

/** Looks through `cause`. */
function ofTheMachine(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? error.code : undefined
  if (full.has(code)) return noSpace(error)
  if (away.has(code) || cut.test(error.message))
    return new Problem('not-ready', say('数据库暂时连不上，不是您的操作问题。请稍候再试；持续不恢复请告诉系统管理员。', 'The database cannot be reached just now, not by your doing. Try again in a moment; tell the administrator if it lasts.'), { cause: error, more: { retryAfter: 2 } })
  return ofTheMachine(error.cause)
}

/** @param error anything thrown by a handler or by the framework. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const known = error as FastifyError & { statusCode?: number }
  const mapped = edge[known.code]
  if (mapped) return new Problem(mapped[0], say(mapped[1], mapped[2]), { cause: error })
  if (known.statusCode === 429)
    return new Problem('too-many-requests', say('操作过于频繁，请稍后再试。', 'Too many requests; wait a moment and try again.'), { cause: error })
  if (known.statusCode && known.statusCode >= 400 && known.statusCode < 500)
    return new Problem('bad-request', say('请求有误，无法处理。', 'The request cannot be understood.'), { cause: error })
  const machine = ofTheMachine(error)
  if (machine) return machine
  return new Problem('internal', say('系统出了差错，不是您的操作问题。请稍后再试，或把编号告诉系统管理员。', 'Something failed on our side, not by your doing. Try again, or give the number to the administrator.'), { cause: error })
}

export function answerProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const problem = problemOf(error)
  const document = problemDocument(problem, localeOf(request), request.id)
  if (document.status >= 500) request.server.houseLog.error({ err: error, request: request.id, route: request.routeOptions.url ?? '' }, 'request failed')
  const { retryAfter } = problem.more
  if (typeof retryAfter === 'number') reply.header('retry-after', retryAfter)
  return reply.code(document.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(document))
}

/** @param log told of what was our own fault, with the number the caller was given. */
export function installProblems(app: FastifyInstance, log: Log): void {
  app.decorate('houseLog', log)
  app.setErrorHandler((error, request, reply) => answerProblem(request, reply, error))
}
