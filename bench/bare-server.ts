// The yardstick of lists 裸服务: fastify and pg by hand, the same rows, names, scope, order and total, without sign-in, rights and declarations.
import { queryTokens } from '@houqin/search'
import fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
const app = fastify()
/** As the console asks. */
const size = 100
const live = 't.retired_at is null and t.merged_into is null'
const pinyin = 'collate "zh-natural"'

interface Query {
  readonly [name: string]: string | undefined
}
interface List {
  /** With the names of what a row points to: joined to the rows of the page alone. */
  readonly select: string
  readonly joined: string
  /** Where the rows lie, called `t`. */
  readonly from: string
  readonly where: readonly string[]
  readonly shown: (row: Record<string, unknown>) => unknown
}

/** Conditions of a query string over `$1`, `$2` and so on. */
function conditions(query: Query, columns: Readonly<Record<string, string>>): { readonly where: readonly string[]; readonly values: readonly unknown[] } {
  const values: unknown[] = []
  const where: string[] = []
  for (const [name, column] of Object.entries(columns)) {
    const value = query[name]
    if (value === undefined) continue
    values.push(name === 'q' ? queryTokens(value) : value)
    where.push(column.replaceAll('?', `$${values.length}`))
  }
  return { where, values }
}

const orders: Readonly<Record<string, string>> = {
  name: `t.label ${pinyin}, t.id`, joined: 't.joined_on desc nulls last, t.id desc', area: 't.building_area desc, t.id desc',
  site: `(select s.label from places.site s where s.id = t.site) ${pinyin}, t.id`, opened: 't.opened_at desc, t.id desc', due: 't.due_at nulls last, t.id',
}

async function answer({ select, joined, from, where: always, shown }: List, { query, columns }: { query: Query; columns: Readonly<Record<string, string>> }): Promise<unknown> {
  const { where, values } = conditions(query, columns)
  const all = [...always, ...where].join(' and ')
  const [label, id] = (query['after'] ?? '').split('|')
  const beyond = query['after'] === undefined ? '' : ` and (t.label ${pinyin}, t.id) > ($${values.length + 1} ${pinyin}, $${values.length + 2}::uuid)`
  const order = orders[query['sort'] ?? 'name']
  const [page, count] = await Promise.all([
    pool.query(`select ${select} from (select t.* from ${from} where ${all}${beyond} order by ${order} limit ${size + 1}) t ${joined} order by ${order}`, query['after'] === undefined ? [...values] : [...values, label, id]),
    query['total'] === undefined ? undefined : pool.query(`select count(*)::int as total from ${from} where ${all}`, [...values]),
  ])
  return { rows: page.rows.slice(0, size).map(shown), next: page.rows.length > size, ...(count && { total: count.rows[0]?.total }) }
}

const reference = (id: unknown, name: unknown): unknown => (id === null ? null : { id, name })
const own = (person: string): string => `t.id in (select p.matter from matter.party p where p.person = ${person}::uuid)`
const phoneHidden = (phone: unknown): unknown => (typeof phone === 'string' ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : null)

app.get<{ Querystring: Query }>('/persons', ({ query }) => answer({
  select: `t.id, t.version, t.label, t.created_at, t.updated_at, t.retired_at, t.name, t.number, t.gender, t.phone, t.office_phone, t.organ, o.label as organ_name, t.rank, t.employment, t.contractor, c.label as contractor_name, t.standing, t.joined_on::text, t.left_on::text`,
  joined: 'left join people.organ o on o.id = t.organ left join people.contractor c on c.id = t.contractor', from: 'people.person t', where: [live],
  shown: ({ organ, organ_name: organName, contractor, contractor_name: contractorName, phone, ...row }) => ({ ...row, phone: phoneHidden(phone), organ: reference(organ, organName), contractor: reference(contractor, contractorName), masked: ['phone'] }),
}, { query, columns: { organ: 't.organ = ?::uuid', employment: 't.employment = ?', q: 't.search @> ?::text[]' } }))

app.get<{ Querystring: Query }>('/certificates', ({ query }) => answer({
  select: `t.id, t.version, t.label, t.created_at, t.updated_at, t.retired_at, t.number, t.site, s.label as site_name, t.kind, t.holder, o.label as holder_name, t.building_area, t.land_area, t.issued_on::text, t.scans`,
  joined: 'left join places.site s on s.id = t.site left join people.organ o on o.id = t.holder', from: 'places.certificate t', where: [live],
  shown: ({ site, site_name: siteName, holder, holder_name: holderName, ...row }) => ({ ...row, site: reference(site, siteName), holder: reference(holder, holderName) }),
}, { query, columns: { scope: 't.site = any(array[?::uuid])', kind: 't.kind = ?', q: 't.search @> ?::text[]' } }))

app.get<{ Querystring: Query }>('/repairs', ({ query }) => answer({
  select: `t.number, t.subject, t.state, t.version, t.requester, t.requester_name, t.organ, o.label as organ_name, t.site, s.label as site_name, t.holder_person, h.label as holder_name, t.holder_role, t.due_at, t.opened_at, t.closed_at, t.rating, t.rating_words,
    f.what, f.category, g.label as category_name, f.urgency, f.room, r.label as room_name, f.whereabouts, f.photos, f.contact, f.handled_as, k.label as handled_as_name, f.team, z.label as team_name, f.worker, w.label as worker_name,
    f.promised_at, f.accepted_at, f.arrived_at, f.finished_at, f.confirmed_at, f.outcome, f.cause, f.result_photos, f.waiting_for, f.wait_until::text, f.reopened, f.in_time`,
  joined: `join service_desk.repair f on f.matter = t.id left join people.organ o on o.id = t.organ left join places.site s on s.id = t.site left join people.person h on h.id = t.holder_person
    left join service_desk.category g on g.id = f.category left join places.room r on r.id = f.room left join service_desk.category k on k.id = f.handled_as left join service_desk.team z on z.id = f.team left join people.person w on w.id = f.worker`,
  from: 'matter.matter t', where: [`t.kind = 'service-desk.repair'`],
  shown: ({ organ, organ_name: organName, site, site_name: siteName, holder_person: holder, holder_name: holderName, category, category_name: categoryName, room, room_name: roomName, handled_as: handledAs, handled_as_name: handledAsName, team, team_name: teamName, worker, worker_name: workerName, ...row }) => ({
    ...row, organ: reference(organ, organName), site: reference(site, siteName), holder: reference(holder, holderName),
    form: { category: reference(category, categoryName), room: reference(room, roomName) }, facts: { handledAs: reference(handledAs, handledAsName), team: reference(team, teamName), worker: reference(worker, workerName) },
  }),
}, { query, columns: {
  reach: `(t.organ = any(array[split_part(?, '|', 1)::uuid]) or t.site = any(array[split_part(?, '|', 2)::uuid]) or ${own("split_part(?, '|', 3)")})`,
  own: own('?'), state: 't.state = ?', q: 't.id in (select s.matter from matter.search s where s.words @> ?::text[])',
} }))

const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`bare is ready: ${address}\n`)
process.once('SIGTERM', () => void app.close().then(() => pool.end()).then(() => process.exit(0)))
