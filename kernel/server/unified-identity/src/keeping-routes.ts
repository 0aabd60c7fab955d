// What is kept 绑定与提供方: one's own identities, everybody's for the administrator, and the providers themselves.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isAdministrator } from '@houqin/access'
import { securityAdmin, systemAdmin } from '@houqin/define'
import { actorOf, given, versionOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import type { OwnIdentities, ProviderList } from '@houqin/wire'
import { browserSecret, validMinutes } from './attempts.ts'
import { allLinks, endLink, linksOf } from './links.ts'
import { addProvider, changeProvider, listProviders, matchableFields } from './providers.ts'
import type { ProviderInput } from './providers.ts'
import { begin, redirectOf } from './sign-in.ts'
import { tryOut } from './try-out.ts'
import { reasonOf } from './turned-away.ts'

const tags = ['统一身份']
const byId = z.object({ id: z.uuid() })
const word = z.string().trim().min(1).max(100)
const provider = z.strictObject({
  title: z.string().trim().min(1).max(30),
  issuer: z.string().trim().min(1).max(500),
  clientId: z.string().trim().min(1).max(200),
  secret: z.string().max(1000).nullish(),
  scopes: z.array(word).min(1).max(20),
  subjectClaim: word,
  matching: z.array(z.strictObject({ claim: word, field: word, automatic: z.boolean() })).max(5),
  enabled: z.boolean(),
})

export function keepingRoutes(system: System): FastifyPluginAsyncZod {
  const { access, clock, db, catalogue, secrets } = system
  const desk = { clock, secrets, catalogue }
  return async (app) => {
    const own = { config: { rule: 'signed-in' as const } }
    app.get('/api/me/identities', { ...own, schema: { tags } }, async (request): Promise<OwnIdentities<Date>> => {
      const { account } = actorOf(request).principal
      const administers = await isAdministrator(db, account)
      return {
        rows: await linksOf(db, account),
        providers: administers ? [] : (await listProviders(db)).filter(({ enabled }) => enabled).map(({ id, title }) => ({ id, title })),
      }
    })
    app.post('/api/me/identities', { ...own, schema: { tags, body: z.strictObject({ provider: z.uuid() }) } }, async (request, reply) => {
      const browser = browserSecret(request.cookies['houqin_identity'])
      const actor = actorOf(request)
      if (await isAdministrator(db, actor.principal.account)) throw new Problem('not-allowed', say(
        '系统管理员、安全管理员和安全审计员只用密码登录，不能绑定统一身份。', 'The three administrators sign in by password alone and link no identity.',
      ))
      reply.setCookie('houqin_identity', browser, { path: '/api/identity', httpOnly: true, sameSite: 'lax', secure: system.secure, maxAge: 3 * validMinutes * 60 })
      const to = await begin(system, { id: request.body.provider, to: '/me', browser, actor }).catch((error: unknown) => {
        if (error instanceof Problem || reasonOf(error) === undefined) throw error
        throw new Problem('conflict', say('统一身份平台现在连不上，或已停用。请稍后再试；仍不行时告诉系统管理员。', 'The identity provider cannot be reached now, or is switched off. Try again later; tell the system administrator if it persists.'), { cause: error })
      })
      return { to }
    })
    app.delete('/api/me/identities/:id', { ...own, schema: { tags, params: byId } }, async (request, reply) =>
      write(system, request, reply, (tx) => endLink(tx, { access, clock }, { actor: actorOf(request), id: request.params.id, reason: null }), { status: 204 }),
    )

    const keep = { config: { rule: [systemAdmin] } }
    app.get('/api/identity/providers', { ...keep, schema: { tags } }, async (request): Promise<ProviderList> => ({
      rows: (await listProviders(db)).map((row) => ({ ...row, redirect: redirectOf(system, row.id) })),
      fields: matchableFields(catalogue).map(({ field, label }) => ({
        field, label: system.word(`${catalogue.dimensions.person?.id}.fields.${field}`, label, actorOf(request).locale),
      })),
    }))
    app.post('/api/identity/providers', { ...keep, schema: { tags, body: provider } }, async (request, reply) =>
      write(system, request, reply, (tx) => addProvider(tx, desk, { actor: actorOf(request), input: inputOf(request.body) }), { status: 201 }),
    )
    app.patch('/api/identity/providers/:id', { ...keep, schema: { tags, params: byId, body: provider } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => changeProvider(tx, desk, { actor: actorOf(request), id: request.params.id, input: inputOf(request.body), version }))
    })
    app.post('/api/identity/providers/:id/try', { ...keep, schema: { tags, params: byId, body: z.strictObject({}).optional() } }, async (request) =>
      tryOut(system, { id: request.params.id, actor: actorOf(request) }),
    )
    app.get(
      '/api/identity/links',
      {
        config: { rule: [systemAdmin, securityAdmin] },
        schema: { tags, querystring: z.object({ q: z.string().max(60).optional(), limit: z.coerce.number().int().min(1).max(200).optional(), after: z.string().max(400).optional() }) },
      },
      async (request) => allLinks(db, given(request.query)),
    )
    app.delete(
      '/api/identity/links/:id',
      { ...keep, schema: { tags, params: byId, querystring: z.object({ reason: z.string().min(1).max(500) }) } },
      async (request, reply) =>
        write(system, request, reply, (tx) => endLink(tx, { access, clock }, { actor: actorOf(request), id: request.params.id, reason: request.query.reason }), { status: 204 }),
    )
  }
}

function inputOf(body: z.infer<typeof provider>): ProviderInput {
  return given(body)
}
