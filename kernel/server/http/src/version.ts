// The version a caller saw, from `If-Match: "3"`.
import type { FastifyRequest } from 'fastify'
import { Problem, say } from '@houqin/problem'

/** @throws Problem `version-required` when absent, `bad-request` when it is no version. */
export function versionOf(request: FastifyRequest): number {
  const header = request.headers['if-match']
  if (header === undefined)
    throw new Problem('version-required', say('请带上您看到的版本号（If-Match），以免覆盖他人的修改。', 'Send the version you saw in If-Match, so that nobody’s change is overwritten.'))
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)
  if (!match) throw new Problem('bad-request', say('If-Match 应为 "版本号"，例如 "3"。', 'If-Match must hold a version such as "3".'))
  return Number(match[1])
}
