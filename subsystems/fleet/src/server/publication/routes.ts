// 接口: the yearly publication of the cars, for everybody; the cars behind a figure for who keeps them.
import { signature } from '@houqin/access'
import { record } from '@houqin/audit'
import { auditor, decimal } from '@houqin/define'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { exportLimits, sendWorkbook } from '@houqin/signed-sheets'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fleetOfficer, vehicleUses } from '../../contract/index.ts'
import type { VehicleUse } from '../../contract/index.ts'
import { fleetEditions, publishedCars, publishedFleet } from './publish.ts'

const tags = ['公务用车']
const readers = [fleetOfficer, bureauLeader, auditor]
const byNumber = z.object({ number: z.string().min(1).max(40) })
const uses = Object.entries(vehicleUses) as [VehicleUse, string][]
const money = (title: string) => ({ title, format: '#,##0.00', width: 14 })
const columns = [
  { title: '使用单位', format: '@', width: 32 }, { title: '车辆（辆）', format: '0', width: 10 }, ...uses.map(([, title]) => ({ title: `其中${title}`, format: '0', width: 14 })),
  { title: '里程（km）', format: '#,##0.0', width: 14 }, { title: '加油（L）', format: '#,##0.00', width: 12 }, money('油费电费（元）'), money('维修保养（元）'), money('费用合计（元）'), money('每公里（元）'), { title: '查实未经批准用车（次）', format: '0', width: 12 },
]
const number = (text: string | null): number | null => (text === null ? null : Number(text))

export function publicationRoutes(system: System): FastifyPluginAsyncZod {
  const path = '/api/fleet/publications'
  return async (app) => {
    app.get(path, { config: { rule: 'signed-in' }, schema: { tags } }, async (request) => ({
      rows: await fleetEditions(system.db, { drafts: actorOf(request).principal.grants.some(({ role }) => role === fleetOfficer.role || role === bureauLeader.role) }),
    }))
    app.get(`${path}/:number`, { config: { rule: 'signed-in' }, schema: { tags, params: byNumber } }, async (request) => publishedFleet(system, actorOf(request), request.params.number))
    app.get(`${path}/:number/cars`, { config: { rule: readers }, schema: { tags, params: byNumber, querystring: z.object({ organ: z.uuid() }) } }, async (request) => ({
      rows: await publishedCars(system, actorOf(request), request.params.number, request.query.organ),
    }))
    app.get(`${path}/:number/export.xlsx`, { config: { rule: 'signed-in', rateLimit: exportLimits }, schema: { tags, params: byNumber } }, async (request, reply) => {
      const actor = actorOf(request)
      const { rows, year, edition, until, publishedOn, digest, corrects, number: of } = await publishedFleet(system, actor, request.params.number)
      const count = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + of(row), 0)
      const sum = (key: 'km' | 'litres' | 'fuelCost' | 'repair' | 'total'): number => Number(decimal.sum(['0.00', ...rows.flatMap((row) => row[key] ?? [])]))
      await system.db.transaction().execute((tx) => record(tx, { ...signature(actor), at: system.clock.now(), action: 'fleet.publication.export', summary: `导出公务用车公示 ${of}`, after: { number: of } }))
      return sendWorkbook(system, reply, {
        title: `${year} 年公务用车公示 ${of}`, columns,
        rows: [
          ...rows.map((row) => [row.name, row.cars, ...uses.map(([use]) => row.uses[use] ?? 0), number(row.km), number(row.litres), number(row.fuelCost), number(row.repair), number(row.total), number(row.perKm), row.unapproved]),
          [`合计 ${rows.length} 个单位`, count(({ cars }) => cars), ...uses.map(([use]) => count((row) => row.uses[use] ?? 0)), sum('km'), sum('litres'), sum('fuelCost'), sum('repair'), sum('total'), null, count(({ unapproved }) => unapproved)],
        ],
        about: [['公示编号', of], ['年度', `${year} 年第 ${edition} 版`], ['数据截至', until], ['公示日期', publishedOn ?? '尚未公示'], ['更正说明', corrects ?? '无'], ['数据摘要 SHA-256', digest]],
        foot: `${of} ${year} 年第 ${edition} 版 数据截至 ${until}`,
      })
    })
  }
}
