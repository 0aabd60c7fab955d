// Input that can be stored 可存的输入: no NUL, no half characters, not nested without end; looked at before anything else is.
import type { FastifyInstance } from 'fastify'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'

/** Forms are three or four deep; whoever nests deeper wants to overrun somebody's stack. */
const deepest = 32

const unstorable = say('含有空字符（NUL）或残缺的字符，请删去后再提交', 'holds a NUL or half a character; take it out')
const tooDeep = say(`嵌套超过 ${deepest} 层`, `is nested deeper than ${deepest} levels`)

/** PostgreSQL refuses such texts, each table with an error of its own: here they are refused once, and by name. */
export function installPlainInput(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const found = findOdd(request.body) ?? findOdd(request.query) ?? findOdd(request.params)
    if (!found) return
    const { at, says } = found
    throw new Problem('bad-request', say(`提交的内容有误：${at || '内容'}${says.zh}。`, `What was sent cannot be read: ${at || 'the body'} ${says.en}.`), { issues: [{ at, says }] })
  })
}

interface Place {
  readonly value: unknown
  readonly at: string
  readonly depth: number
}

/** The first place that is not plain. Keeps its own list of what to look at: the nesting must not become ours. */
function findOdd(input: unknown): { readonly at: string; readonly says: Sentence } | undefined {
  const waiting: Place[] = [{ value: input, at: '', depth: 0 }]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value, at, depth } = place
    if (typeof value === 'string' && !isStorable(value)) return { at, says: unstorable }
    if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) continue
    if (depth >= deepest) return { at: at.slice(0, 60), says: tooDeep }
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return { at, says: unstorable }
      waiting.push({ value: inner, depth: depth + 1, at: Array.isArray(value) ? `${at}[${key}]` : `${at && `${at}.`}${key.slice(0, 60)}` })
    }
  }
  return undefined
}
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}
