// Lists as Excel: the same rows under the same filters, for those who may export; what is masked stays masked.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { text } from '@houqin/define'
import type { Fields, Matter, Register } from '@houqin/define'
import { holds, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { cellOf, columnOf } from '@houqin/excel'
import { numbersHidden } from '@houqin/fields'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { readListQuery } from '@houqin/listing'
import { Problem, say } from '@houqin/problem'
import { listQuery } from '../list-query.ts'
import { exportLimits, sendSheet } from '../send-sheet.ts'
import type { Sheet } from '../send-sheet.ts'

const mostRows = 200_000

export function exportRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    const route = { config: { rule: 'signed-in' as const, rateLimit: exportLimits }, schema: { tags: ['导出'], querystring: listQuery } }
    for (const register of system.catalogue.registers.values())
      app.get(`/api/registers/${register.id}/export.xlsx`, route, async (request, reply) => {
        const actor = actorOf(request)
        mayExport(actor, register)
        const rows = system.registers.exportRows(system.db, actor, register, readListQuery(request.query))
        return sendSheet(reply, sheetOf(system, actor, register), rows)
      })
    for (const matter of system.catalogue.matters.values())
      app.get(`/api/matters/${matter.id}/export.xlsx`, route, async (request, reply) => {
        const actor = actorOf(request)
        mayExport(actor, matter)
        await system.db.transaction().execute((tx) =>
          record(tx, {
            ...signature(actor), at: system.clock.now(), action: `${matter.id}.export`, summary: `导出${matter.title}`, after: JSON.parse(numbersHidden(JSON.stringify(request.query))),
          }),
        )
        return sendSheet(reply, matterSheet(system, actor, matter), matterRows(system, actor, matter, request.query))
      })
  }
}

/** @throws Problem `not-allowed`. */
function mayExport(actor: Actor, declared: Register | Matter): void {
  const roles = declared.access.export ?? []
  if (holds(actor.principal, roles)) return
  const titles = roles.map(({ title }) => title).join('、')
  throw new Problem('not-allowed', say(`导出“${declared.title}”需要角色:${titles || '未开放'}。`, `Exporting needs one of: ${roles.map(({ role }) => role).join(', ') || 'nobody may'}.`))
}

function sheetOf(system: System, { locale }: Actor, register: Register): Sheet {
  const fields = Object.entries(register.fields)
  return {
    title: system.word(`${register.id}.title`, register.title, locale),
    columns: fields.map(([key, field]) => columnOf(field, system.word(`${register.id}.fields.${key}`, field.label, locale))),
    cells: (row) => fields.map(([key, field]) => cellOf(field, row[key])),
  }
}

const instant = { kind: 'instant', label: '' } as const
const words = text('')
const told = ['number', 'subject', 'stateTitle', 'openedAt', 'dueAt', 'closedAt'] as const
const titles = {
  number: say('编号', 'Number'), subject: say('事项', 'Subject'), stateTitle: say('状态', 'State'),
  openedAt: say('提出时间', 'Asked'), dueAt: say('办理时限', 'Due'), closedAt: say('办结时间', 'Closed'),
}
function matterSheet(system: System, { locale }: Actor, matter: Matter): Sheet {
  const parts: readonly [string, Fields][] = [['form', matter.form], ['facts', matter.facts]]
  const fields = parts.flatMap(([part, set]) => Object.entries(set).map(([key, field]) => ({ part, key, field })))
  return {
    title: system.word(`${matter.id}.title`, matter.title, locale),
    columns: [
      ...told.map((key) => ({ title: titles[key][locale], format: '@', width: key === 'subject' ? 40 : 18 })),
      ...fields.map(({ part, key, field }) => columnOf(field, system.word(`${matter.id}.${part}.${key}`, field.label, locale))),
    ],
    cells: (row) => [
      ...told.map((key) => cellOf(key.endsWith('At') ? instant : words, row[key])),
      ...fields.map(({ part, key, field }) => cellOf(field, (row[part] as Record<string, unknown> | undefined)?.[key])),
    ],
  }
}

async function* matterRows(system: System, actor: Actor, matter: Matter, asked: Readonly<Record<string, string | string[]>>) {
  let after: string | null = null
  let count = 0
  do {
    const page: Awaited<ReturnType<System['matters']['list']>> = await system.matters.list(system.db, actor, matter, {
      ...asked, limit: '200', ...(after !== null && { after }),
    })
    for (const row of page.rows) yield row as unknown as Readonly<Record<string, unknown>>
    count += page.rows.length
    after = page.next
  } while (after !== null && count < mostRows)
}
