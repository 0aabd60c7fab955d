// Dead letters 未送达: what no channel could deliver, why, and that an administrator sends it again.
import { requireRole, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import { systemAdmin } from '@houqin/define'
import { isId } from '@houqin/fields'
import { deadLetters, requeue } from '@houqin/outbox'
import { Problem, say } from '@houqin/problem'
import type { DeadRow, Page } from '@houqin/wire'
import type { Message } from './channel.ts'
import type { Desk } from './desk.ts'

const tend = { roles: [systemAdmin], deed: say('处理未送达的通知', 'tend what was not delivered') }

/** @throws Problem not-allowed, bad-request. */
export async function listDead(db: Db | Tx, actor: Actor, { after, limit }: { after?: string | undefined; limit?: number | undefined }): Promise<Page<DeadRow<Date>>> {
  requireRole(actor.principal, tend)
  if (after !== undefined && !isId(after)) throw new Problem('bad-request', say('翻页位置有误，请从头看起。', 'This is no place in the list; start anew.'))
  const { rows, next, total } = await deadLetters(db, { after, ...(limit !== undefined && { limit }) })
  return { rows: rows.map(({ id, topic, payload, attempts, writtenAt, diedAt, problem }) => ({ id, topic, to: nameIn(payload), attempts, writtenAt, diedAt, problem: problem[actor.locale] })), next, total }
}

/** Other topics than ours need not have a person in them. */
function nameIn(payload: unknown): string {
  return (payload as Partial<Message> | null)?.to?.name ?? ''
}

/** @throws Problem not-allowed, not-found when none of them is dead. */
export async function sendAgain(tx: Tx, desk: Desk, { actor, ids }: { actor: Actor; ids: readonly string[] }): Promise<{ sent: number }> {
  requireRole(actor.principal, tend)
  const at = desk.clock.now()
  const sent = await requeue(tx, { ids, at })
  if (sent.length === 0) throw new Problem('not-found', say('这些通知已经重新发送，或已不存在。', 'These are on their way again, or exist no more.'))
  for (const { id, topic, key } of sent)
    await record(tx, { at, ...signature(actor), action: 'notice.send-again', subject: { kind: 'outbox.delivery', id }, summary: `重新发送未送达的通知（${topic}）`, after: { topic, key } })
  return { sent: sent.length }
}
