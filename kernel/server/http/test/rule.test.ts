// Rules of routes 路由规则: none stands without one, and nobody who is only recalled is taken for who he says he is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditor } from '@houqin/define'
import Fastify from 'fastify'
import type { FastifyRequest } from 'fastify'
import { actorOf, installRules } from '../src/index.ts'

const answer = async (): Promise<string> => 'done'

test('a route without a rule does not start, nor one that asks for a role of somebody who is yet to be proven', async () => {
  for (const [config, says] of [
    [{}, /GET \/lamp has no rule/],
    [{ rule: [auditor], provenByWrite: true }, /GET \/lamp asks for a role before its write/],
  ] as const) {
    const app = Fastify()
    installRules(app)
    app.get('/lamp', { config }, answer)
    await assert.rejects(async () => app.ready(), says)
  }
  const app = Fastify()
  installRules(app)
  app.get('/lamp', { config: { rule: 'signed-in', provenByWrite: true } }, answer)
  await app.ready()
  assert.deepEqual(app.ruledRoutes.filter(({ method }) => method === 'GET'), [{ method: 'GET', url: '/lamp', rule: 'signed-in' }])
  await app.close()
})

test('who is only recalled is nobody before a write has had him proven', () => {
  const request = { url: '/lamp', actor: { principal: {} }, recalled: {} } as unknown as FastifyRequest
  assert.throws(() => actorOf(request), /\/lamp asks who is calling outside its write/)
  assert.equal(actorOf({ ...request, recalled: null }), request.actor)
})
