// A write: one transaction around the effect, its audit, its event and the answer kept for a retry.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Recalled } from '@houqin/access'
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { idempotencyKey, once } from './idempotency.ts'
import type { Answer } from './idempotency.ts'
import type { System } from './system.ts'

/**
 * Runs `effect` in one transaction and answers with what it returns.
 * @param caller who asks, for the idempotency key: an account, or a printed code with an address.
 */
export async function write(
  system: System,
  request: FastifyRequest,
  reply: FastifyReply,
  effect: (tx: Tx) => Promise<unknown>,
  { status = 200, caller }: { status?: number; caller?: string } = {},
): Promise<unknown> {
  const key = idempotencyKey(request.headers['idempotency-key'])
  const who = caller ?? request.actor?.principal.account ?? `public ${request.ip}`
  const { recalled } = request
  const answer = await transaction(system.db, async (tx): Promise<Answer> => {
    if (recalled) await prove(request, tx, recalled)
    const run = async (): Promise<Answer> => ({ status, body: (await effect(tx)) ?? null })
    if (key === undefined) return run()
    const path = request.url.split('?', 1)[0] ?? request.url
    return once(tx, { caller: who, key, method: request.method, path, body: request.body, at: system.clock.now() }, run)
  })
  reply.code(answer.status)
  return answer.status === 204 ? reply.send() : answer.body
}

/** Again from the beginning where the transaction is begun again. */
async function prove(request: FastifyRequest, tx: Tx, recalled: Recalled): Promise<void> {
  const { principal } = await recalled.prove(tx)
  if (request.actor) request.actor = { ...request.actor, principal }
  request.recalled = null
}
