// 接口: what is asked of regulations besides the derived routes of their registers and matters.
import { isId } from '@houqin/fields'
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { acknowledge } from './acknowledge.ts'
import { groundStandings } from '../contract/index.ts'
import type { CheckedDraft, GroundStanding } from '../contract/index.ts'
import { cataloguePage } from './catalogue/catalogue-page.ts'
import { answer } from './ask/answer.ts'
import { compareVersions } from './law/compare-versions.ts'
import type { ComparedArticle } from './law/compare-versions.ts'
import { documentPage } from './find/document-page.ts'
import { findArticles } from './find/find-articles.ts'
import { cutDraft } from './making/cut-draft.ts'
import { makingPage } from './making/making-page.ts'
import { findCitation } from './find/find-citation.ts'
import { provisionOf } from './provisions/driven-figures.ts'
import { toRead } from './reading/to-read.ts'
import { checkedProvisions } from './provisions/checked-provisions.ts'

const mostFound = 50

export function regulationsRoutes(app: FastifyInstance, system: System): void {
  const { db, clock } = system
  /** `?q=&all=true&document=` */
  app.get('/api/regulations/search', { config: { rule: 'signed-in' } }, (request) => {
    const { q = '', all, document } = asked(request)
    if (document !== undefined && !isId(document)) throw noDocument()
    return findArticles(db, { words: q, today: clock.today(), all: all === 'true', limit: mostFound, ...(document !== undefined && { document }) })
  })
  app.get('/api/regulations/catalogue', { config: { rule: 'signed-in' } }, (request) => cataloguePage(system, actorOf(request)))
  /** `?q=` */
  app.get('/api/regulations/ask', { config: { rule: 'signed-in' } }, (request) => answer(system, { actor: actorOf(request), question: asked(request).q ?? '' }))
  /** `?document=&clause=`, a title and a number as a citation gives them; `&standard=&parameter=` for the figure that rests on it. */
  app.get('/api/regulations/citation', { config: { rule: 'signed-in' } }, (request) => {
    const { document = '', clause, standard = '', parameter = '' } = asked(request)
    return findCitation(db, { title: document, clause, today: clock.today(), provision: provisionOf(system.catalogue, { standard, parameter }) })
  })
  /** `?standing=` for those of which a ground stands so, `?provision=` for one. */
  app.get('/api/regulations/provisions', { config: { rule: 'signed-in' } }, (request) => {
    const { standing, provision } = asked(request)
    if (standing !== undefined && !isStanding(standing)) throw new Problem('bad-request', say(`“${standing}”不是核对结果。`, `“${standing}” is no standing.`))
    if (provision !== undefined && !isId(provision)) throw new Problem('not-found', say('没有这条规则。', 'There is no such provision.'))
    return checkedProvisions(db, system.catalogue, { standing, provision })
  })
  /** `?version=` for another than the one in force. */
  app.get<{ Params: { id: string } }>('/api/regulations/documents/:id', { config: { rule: 'signed-in' } }, (request) =>
    documentPage(db, { actor: actorOf(request), id: request.params.id, version: asked(request).version, today: clock.today() }))
  /** `?before=&after=`, ids of two versions of one document. */
  app.get<{ Params: { id: string } }>('/api/regulations/documents/:id/changes', { config: { rule: 'signed-in' } }, async (request) => {
    const { before = '', after = '' } = asked(request)
    const [was, is] = await Promise.all([before, after].map((version) => articlesOf(system, request.params.id, version)))
    if (!was || !is) throw new Problem('not-found', say('请选同一份制度的两个版本。', 'Choose two versions of one document.'))
    return { changes: compareVersions(was, is) }
  })
  /** `{ "version" }`: the caller has read it. */
  app.post<{ Params: { id: string } }>('/api/regulations/documents/:id/acknowledge', { config: { rule: 'signed-in' } }, (request, reply) => {
    const version = typeof request.body === 'object' && request.body !== null && 'version' in request.body ? request.body.version : undefined
    return write(system, request, reply, (tx) => acknowledge(tx, system, { actor: actorOf(request), document: request.params.id, version }))
  })
  /** What the caller was asked to read and has not. */
  app.get('/api/regulations/to-read', { config: { rule: 'signed-in' } }, (request) => toRead(db, { person: actorOf(request).principal.person, today: clock.today() }))
  /** What a rule in the making would be, and what it changes. */
  app.get<{ Params: { number: string } }>('/api/regulations/rule-making/:number', { config: { rule: 'signed-in' } }, (request) =>
    makingPage(system, { actor: actorOf(request), number: request.params.number }))
  /** `{ "text", "title"? }`: whether it can be cut into articles; keeps nothing. */
  app.post('/api/regulations/draft', { config: { rule: 'signed-in' } }, (request): CheckedDraft => {
    const { text, title } = (request.body ?? {}) as { readonly text?: unknown; readonly title?: unknown } // a body of any shape
    if (typeof text !== 'string') throw new Problem('bad-input', say('请给出草案文字 text。', 'Give the draft as text.'))
    const { articles, faults } = cutDraft(text, typeof title === 'string' ? title : '')
    return { articles: articles.length, faults }
  })
}

export function asked(request: FastifyRequest): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(request.query ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
function isStanding(text: string): text is GroundStanding {
  return Object.hasOwn(groundStandings, text)
}
function noDocument(): Problem {
  return new Problem('not-found', say('没有这份制度文件。', 'There is no such document.'))
}

async function articlesOf({ db }: System, document: string, version: string): Promise<readonly ComparedArticle[] | undefined> {
  if (!isId(document) || !isId(version)) return undefined
  const { rows } = await sql<ComparedArticle>`
    select a.number, a.text from regulations.article a join regulations.version v on v.id = a.of
     where v.id = ${version}::uuid and v.document = ${document}::uuid and a.retired_at is null order by a.position`.execute(db)
  return rows.length === 0 ? undefined : rows
}
