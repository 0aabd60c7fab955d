// 接口: the sheets of the account as signed workbooks: use by car, a driver's log, completeness of basic data; figures are numbers, sums stand below.
import { signature } from '@houqin/access'
import { record } from '@houqin/audit'
import { localDate, localTime } from '@houqin/clock'
import { auditor, decimal } from '@houqin/define'
import { actorOf, givenDay } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { exportLimits, sendWorkbook } from '@houqin/signed-sheets'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { dutyDriver, fleetDispatcher, fleetOfficer, usePurposes, vehicleUses } from '../../contract/index.ts'
import { sizingOf } from '../../contract/account/sizing.ts'
import type { LoggedJourney } from '../../contract/answers.ts'
import { completenessOf } from '../office/completeness.ts'
import { accountOf } from './account.ts'
import { driverLog } from './driver-log.ts'
import { ids, pooled } from './asked-pool.ts'
import { rightSizing } from './right-sizing.ts'
import { utilisation } from './utilisation.ts'

const tags = ['公务用车']
const readers = [fleetOfficer, bureauLeader, auditor]
const natures: Readonly<Record<LoggedJourney<Date>['nature'], string>> = { duty: '公务', private: '私用', ask: '待查' }
const words = (title: string, width: number) => ({ title, format: '@', width })
const count = (title: string, width = 12) => ({ title, format: '#,##0', width })
const exact = (title: string, format = '#,##0.0', width = 12) => ({ title, format, width })
const day = (title: string) => ({ title, format: 'yyyy-mm-dd', width: 12 })
const minute = (title: string) => ({ title, format: 'yyyy-mm-dd hh:mm', width: 18 })
/** Of a month and of the whole period, in the order of the sheet that is signed. */
const figures = [
  ['km', '里程（km）', '#,##0.0'], ['terminal', '终端里程（km）', '#,##0.0'], ['slips', '派车单里程（km）', '#,##0.0'], ['litres', '加油（L）', '#,##0.00'], ['kwh', '充电（kWh）', '#,##0.00'], ['fuelCost', '油费电费（元）', '#,##0.00'], ['repair', '维修保养（元）', '#,##0.00'],
  ['insurance', '保险（元）', '#,##0.00'], ['toll', '通行费（元）', '#,##0.00'], ['other', '其他（元）', '#,##0.00'], ['total', '合计（元）', '#,##0.00'], ['perKm', '每公里（元）', '#,##0.00'], ['perHundred', '百公里油耗（L）', '#,##0.0'],
] as const
/** Excel knows no zones: it is given the wall clock as if it were UTC. */
const dayCell = (date: string | null): Date | null => (date === null ? null : new Date(`${date}T00:00:00Z`))
const minuteCell = (at: Date | null): Date | null => (at === null ? null : new Date(`${localDate(at)}T${localTime(at)}:00Z`))
const percent = (part: number, of: number): number | null => (of === 0 ? null : Math.round((part / of) * 1000) / 1000)
const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((all, row) => all + of(row), 0)

export function workbookRoutes(system: System): FastifyPluginAsyncZod {
  const taken = async (request: FastifyRequest, reply: FastifyReply, { action, ...sheet }: { action: string } & Parameters<typeof sendWorkbook>[2]): Promise<FastifyReply> => {
    const actor = actorOf(request)
    await system.db.transaction().execute((tx) => record(tx, { ...signature(actor), at: system.clock.now(), action, summary: `导出${sheet.title}`, after: { rows: [...sheet.rows as Iterable<unknown>].length } }))
    const about = [...(sheet.about ?? []), ['导出人', actor.principal.name], ['导出时间', `${localDate(system.clock.now())} ${localTime(system.clock.now())}`]] as const
    return sendWorkbook(system, reply, { ...sheet, about, foot: sheet.title })
  }
  return async (app) => {
    app.get('/api/fleet/utilisation/export.xlsx', {
      config: { rule: readers, rateLimit: exportLimits }, schema: { tags, querystring: z.object({ from: givenDay, to: givenDay }) },
    }, async (request, reply) => {
      if (request.query.to < request.query.from) throw new Problem('bad-request', say('结束日期应不早于开始日期。', 'A period ends no earlier than it begins.'))
      const { days, workingDays, cars } = await utilisation(system, actorOf(request), request.query)
      const known = cars.filter((car) => car.known)
      return taken(request, reply, {
        action: 'fleet.utilisation.export', title: `公务用车使用率 ${days.from} 至 ${days.to}`,
        columns: [words('车牌号', 12), words('品牌型号', 24), words('使用单位', 24), words('车辆用途', 14), count('工作日（天）'), count('工作日出车（天）', 14), exact('使用率', '0.0%', 10), count('休息日出车（天）', 14), exact('在外时长（h）'), day('最后出车'), words('说明', 30)],
        rows: [
          ...cars.map((car) => [car.plate, car.brand, car.organ.name, vehicleUses[car.use], workingDays, ...(car.known ? [car.days, percent(car.days, workingDays), car.restDays, car.hours, dayCell(car.last), null] : [null, null, null, null, null, '没有终端消息也没有派车单，说不清'])]),
          [`合计 ${cars.length} 辆`, null, null, null, workingDays, sum(known, (car) => car.days), percent(sum(known, (car) => car.days), known.length * workingDays), sum(known, (car) => car.restDays), Math.round(sum(known, (car) => car.hours) * 10) / 10, null, known.length === cars.length ? null : `其中 ${cars.length - known.length} 辆说不清，没有计入`],
        ],
        about: [['期间', `${days.from} 至 ${days.to}`], ['工作日', `${workingDays} 天`], ['口径', '使用率为工作日出车天数占工作日的比例，出车以终端行程和派车单为准']],
      })
    })
    /** One size of a class as it is reckoned on the page: which cars may go, which stay, and of which nobody can say. */
    app.get('/api/fleet/right-sizing/export.xlsx', {
      config: { rule: readers, rateLimit: exportLimits },
      schema: { tags, querystring: pooled.extend({ size: z.string().max(10), give: z.coerce.number().int().min(0).max(1000), reserve: z.coerce.number().int().min(0).max(10), keep: ids }) },
    }, async (request, reply) => {
      const { use, size, give, reserve, keep } = request.query
      const { days, pools } = await rightSizing(system, actorOf(request), request.query)
      const pool = pools.find((one) => one.size === size)
      if (!pool) throw new Problem('not-found', say('这一类车里没有这种大小的车。', 'The class has no cars of that size.'))
      const sizing = sizingOf(pool, give, { reserve, keep: new Set(keep) })
      const going = new Set(sizing.cars.map(({ id }) => id))
      const yuan = (value: string | null): number | null => (value === null ? null : Number(value))
      return taken(request, reply, {
        action: 'fleet.right-sizing.export', title: `公务用车精简测算 ${vehicleUses[use]} ${days.from} 至 ${days.to}`,
        columns: [words('车牌号', 12), words('品牌型号', 24), words('使用单位', 24), count('车龄（年）', 10), count('出车（天）'), exact('在外时长（h）'), exact('里程（km）'), exact('固定费用（元）', '#,##0.00', 14), exact('费用合计（元）', '#,##0.00', 14), words('测算', 24)],
        rows: [
          ...pool.cars.map((car) => [car.plate, car.brand, car.organ.name, car.age, car.days, car.hours, yuan(car.km), yuan(car.fixed), yuan(car.total), going.has(car.id) ? '可减' : car.unproven ? '行驶说不清，不在可减之列' : '保留']),
          [`合计 ${pool.cars.length} 辆`, null, null, null, sum(pool.cars, (car) => car.days), yuan(decimal.sum(pool.cars.map(({ hours }) => hours.toFixed(1)), 1)), yuan(decimal.sum(pool.cars.flatMap(({ km }) => km ?? []), 9)), yuan(decimal.sum(pool.cars.map(({ fixed }) => fixed))), yuan(decimal.sum(pool.cars.flatMap(({ total }) => total ?? []), 9)), `可减 ${sizing.give} 辆，保留 ${sizing.stay} 辆`],
        ],
        about: [
          ['期间', `${days.from} 至 ${days.to}`], ['机动', `${reserve} 辆`], ['一年少支出固定费用', `${sizing.saved} 元`], ['租车', sizing.carDays === 0 ? '不必租车' : `${sizing.carDays} 车日，${sizing.rent === null ? '租金待定' : `约 ${sizing.rent} 元`}`],
          ['净省', sizing.left === null ? '待定' : `${sizing.left} 元`], ['口径', '出车天数少的先减，一样少的先减旧的；固定费用是保险、年检、维修保养和洗车；没派成的申请也当作要车'],
        ],
      })
    })
    app.get('/api/fleet/account/export.xlsx', {
      config: { rule: readers, rateLimit: exportLimits }, schema: { tags, querystring: z.object({ vehicle: z.uuid(), from: givenDay, to: givenDay }) },
    }, async (request, reply) => {
      const { from, to } = request.query
      if (to < from) throw new Problem('bad-request', say('结束日期应不早于开始日期。', 'A period ends no earlier than it begins.'))
      const { vehicle, months, sums } = await accountOf(system, actorOf(request), request.query)
      const cells = (one: Readonly<Record<string, unknown>>) => figures.map(([key]) => (one[key] === null || one[key] === undefined ? null : Number(one[key])))
      return taken(request, reply, {
        action: 'fleet.account.export', title: `单车核算 ${vehicle.name} ${from} 至 ${to}`,
        columns: [words('月份', 10), ...figures.map(([, title, format]) => exact(title, format, 14))],
        rows: [...months.map((one) => [one.month, ...cells({ ...one })]), ['合计', ...cells({ ...sums })]],
        about: [['车辆', vehicle.name], ['使用单位', vehicle.organ.name], ['期间', `${from} 至 ${to}`], ['口径', '里程按月取终端里程与派车单里程中较大的；都没有的，按加油时登记的里程表计算']],
      })
    })
    /** A driver takes his own, others whoever drove. */
    app.get('/api/fleet/driver-log/export.xlsx', {
      config: { rule: [dutyDriver, fleetDispatcher, ...readers], rateLimit: exportLimits }, schema: { tags, querystring: z.object({ driver: z.uuid().optional(), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }) },
    }, async (request, reply) => {
      const { month, driver, journeys } = await driverLog(system, actorOf(request), { driver: request.query.driver, month: request.query.month })
      return taken(request, reply, {
        action: 'fleet.driver-log.export', title: `行车日志 ${driver?.name ?? ''} ${month}`,
        columns: [words('单号', 18), minute('出车时间'), minute('收车时间'), words('用车目的', 12), words('事由', 30), words('起点', 20), words('终点', 20), words('车牌号', 12), count('出车里程表（km）', 16), count('收车里程表（km）', 16), count('里程（km）'), exact('终端里程（km）'), exact('费用（元）', '#,##0.00'), words('用车单位', 16), words('用车人', 10), words('性质', 8), words('备注', 40)],
        rows: [
          ...journeys.map((one) => [
            one.number, minuteCell(one.leftAt), minuteCell(one.cameAt), usePurposes[one.purpose], one.why, one.whence, one.whither, one.car.name, one.odometerOut, one.odometerBack, one.kilometres, one.terminalKm === null ? null : Number(one.terminalKm), one.cost === null ? null : Number(one.cost),
            one.organ, one.asker, natures[one.nature], one.notes.map(({ zh }) => zh).join('；'),
          ]),
          [`合计 ${journeys.length} 次`, null, null, null, null, null, null, null, null, null, sum(journeys, ({ kilometres }) => kilometres ?? 0), Number(decimal.sum(journeys.flatMap(({ terminalKm }) => terminalKm ?? []), 9)), Number(decimal.sum(journeys.flatMap(({ cost }) => cost ?? []))), null, null, null, Object.entries(natures).map(([nature, title]) => `${title} ${journeys.filter((one) => one.nature === nature).length} 次`).join(',')],
        ],
        about: [['驾驶员', driver?.name ?? ''], ['月份', month], ['口径', '有批准的派车单记为公务；行驶核查结论为未经批准的记为私用；正在核查或里程表比终端多出许多的记为待查']],
      })
    })
    app.get('/api/fleet/completeness/export.xlsx', { config: { rule: readers, rateLimit: exportLimits }, schema: { tags } }, async (request, reply) => {
      const { fields, organs, cars, complete } = await completenessOf(system, actorOf(request))
      return taken(request, reply, {
        action: 'fleet.completeness.export', title: '公务用车基本信息全覆盖',
        columns: [words('使用单位', 32), count('车辆（辆）'), count('齐全（辆）'), exact('齐全率', '0.0%', 10), ...fields.map(({ label }) => count(`缺${label}（辆）`, 16))],
        rows: [
          ...organs.map((one) => [one.organ.name, one.cars, one.complete, percent(one.complete, one.cars), ...fields.map(({ name }) => one.missing[name] ?? 0)]),
          [`合计 ${organs.length} 个单位`, cars, complete, percent(complete, cars), ...fields.map(({ name }) => sum(organs, ({ missing }) => missing[name] ?? 0))],
        ],
        about: [['口径', '没有处置的车辆；纯电动车不填排量，不算缺']],
      })
    })
  }
}
