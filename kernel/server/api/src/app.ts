// The edge of the house: one Fastify application with every rule, limit and route on it.
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify from 'fastify'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { channelRoutes } from '@houqin/channel-api'
import { exportRoutes } from '@houqin/exports'
import { usualLimits } from '@houqin/files'
import { answerProblem, createFeed, installHeaders, installPlainInput, installProblems, installRules, installSession, validate } from '@houqin/http'
import type { System } from '@houqin/http'
import { fileImportRoutes, importRoutes, lineImportRoutes } from '@houqin/import-api'
import { approvalRoutes, referenceRoutes, severalRoutes, signatureRoutes, whoDecidesRoutes } from '@houqin/matter-api'
import { noticeRoutes } from '@houqin/notice-api'
import { Problem, say } from '@houqin/problem'
import { standardRoutes, versionRoutes } from '@houqin/standard-routes'
import { identityRoutes } from '@houqin/unified-identity'
import { installConsole } from './console.ts'
import { installDescription } from './description.ts'
import { installMetrics } from './metrics.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { administrationRoutes } from './routes/administration.ts'
import { catalogueRoutes } from './routes/catalogue.ts'
import { codeRoutes } from './routes/codes.ts'
import { dueRoutes } from './routes/due.ts'
import { eventRoutes } from './routes/events.ts'
import { fileRoutes } from './routes/files.ts'
import { matterRoutes } from './routes/matters.ts'
import { registerRoutes } from './routes/registers.ts'
import { reportRoutes } from './routes/reports.ts'
import { personalRoutes } from './routes/personal.ts'
import { searchRoutes } from './routes/search.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { sessionRoutes } from './routes/session.ts'
import { setupRoutes } from './routes/setup.ts'
import { signalRoutes } from './routes/signals.ts'

export interface AppOptions {
  readonly log: FastifyBaseLogger | false
  /** The folder of the built console; without it only the interface is served. */
  readonly consoleFolder?: string | undefined
  /** Requests a minute from one caller to the interface as a whole. */
  readonly perMinute?: number | undefined
  /** Whether a proxy stands in front: on this machine alone its `X-Forwarded-For` is believed, for anybody could write one. */
  readonly proxied?: boolean | undefined
  /** Routes of the subsystems, after the kernel's own. */
  readonly routes?: readonly ((app: FastifyInstance, system: System) => Promise<void> | void)[]
}

const oneMegabyte = 1_048_576
const seconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000))

export async function buildApp(system: System, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(options.log === false ? { logger: false } : { loggerInstance: options.log }),
    bodyLimit: oneMegabyte,
    requestTimeout: 60_000,
    trustProxy: options.proxied ? 'loopback' : false,
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  }) as FastifyInstance
  app.setValidatorCompiler(validate)
  // answers are made by the engines; parsing each again before sending would only cost
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  installProblems(app, system.log)
  installRules(app)
  installPlainInput(app)
  await installHeaders(app, system)
  // before the limits: a whole office opens the console from one address on a Monday morning
  if (options.consoleFolder !== undefined) await installConsole(app, options.consoleFolder)
  await app.register(rateLimit, {
    global: true,
    max: options.perMinute ?? 1200,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.actor?.principal.account ?? request.ip,
    errorResponseBuilder: (_request, context) =>
      new Problem('too-many-requests', say(`操作过于频繁，请在 ${seconds(context.ttl)} 秒后再试。`, `Too many requests; try again in ${seconds(context.ttl)} s.`), {
        more: { retryAfter: seconds(context.ttl) },
      }),
  })
  // one byte more than is kept: what is too large is said to be, not taken for a damaged file
  await app.register(multipart, { limits: { fileSize: usualLimits.maxBytes + 1, files: 1, fields: 4 } })
  await installSession(app, system)
  await installDescription(app, system)
  installMetrics(app, system)
  const feed = createFeed(system)
  app.addHook('onClose', () => feed.close())
  for (const routes of [
    catalogueRoutes(system), sessionRoutes(system), secondFactorRoutes(system), apiKeyRoutes(system), identityRoutes(system), setupRoutes(system), administrationRoutes(system), exportRoutes(system), registerRoutes(system),
    matterRoutes(system), referenceRoutes(system), approvalRoutes(system), signatureRoutes(system), severalRoutes(system), whoDecidesRoutes(system),
    channelRoutes(system), noticeRoutes(system), codeRoutes(system), standardRoutes(system), versionRoutes(system), signalRoutes(system), reportRoutes(system), dueRoutes(system),
    fileRoutes(system), importRoutes(system), fileImportRoutes(system), lineImportRoutes(system), searchRoutes(system), personalRoutes(system), eventRoutes(system, feed),
  ])
    await app.register(routes)
  for (const routes of options.routes ?? []) await app.register(async (scope) => routes(scope, system))
  app.setNotFoundHandler((request, reply) =>
    answerProblem(request, reply, new Problem('not-found', say(`没有这个地址：${request.url.slice(0, 200)}`, `There is nothing at ${request.url.slice(0, 200)}`))),
  )
  return app
}
