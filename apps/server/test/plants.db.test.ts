// Plants 埋点: everything that is wrong on purpose in the demonstration is found by the standard, the due list or the list it was planted for.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contractInForce, contractor, oneMainPost, withinEstablishment } from '@houqin/people'
import { districtPeople, districtSeed, plants as ofPeople } from '@houqin/people/seed'
import { leaseInForce, patrol, roomTemperatureLimits, site, stewardship } from '@houqin/places'
import { plants as ofPlaces } from '@houqin/places/seed'
import { ruleMaking, versionDay } from '@houqin/regulations'
import { plants as ofRegulations } from '@houqin/regulations/seed'
import { appointedShops, boundsLimit, eightYears, fitForRoad, fuelDropLimit, idlingLimit, immobilisedStandsStill, inquiry, licenceHolds, marked, newEnergyShare, offHoursLimit, ownCars, plainInterior, priceAndDisplacement, refuelling, repairWarranty, repairWorth, disposalInOrder, silenceLimit, destinationLimit, unmovedSlipLimit, withoutSlipLimit, useWithoutDispatch, singleCarKept, speedLimit, trackReckoning, withinEstablishment as carsWithinEstablishment } from '@houqin/fleet'
import { plants as ofFleet } from '@houqin/fleet/seed'
import { belowTenderThreshold, purchase, repair, repairWithinPromise } from '@houqin/service-desk'
import { plants as ofServiceDesk } from '@houqin/service-desk/seed'
import { survey } from '@houqin/goals'
import { ancillaryRooms, approvedLetting, areaByRank, asSeen, configurationOrder, innerToilet, noTrainingCentre, oneOffice, organArea, serviceRooms, vacatedInTime } from '@houqin/office-space'
import { keptOffices, plants as ofOfficeSpace } from '@houqin/office-space/seed'
import { golden } from '@houqin/testing'
import { callerOf, testSubsystem } from '@houqin/testing/subsystem'
import type { Caller, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'
import { comingSubsystems } from './coming-plants.ts'

let house: TestSystem
const callers = new Map<string, Caller>()
before(async () => {
  house = await testSubsystem(parts, { at: '2026-11-24T10:30:00+08:00' })
  const worldDate = house.clock.today()
  await house.system.db.transaction().execute(async (tx) => {
    for (const { demo } of parts) await demo?.base({ tx, system: house.system, worldDate })
    for (const { demo } of parts) await demo?.history?.({ tx, system: house.system, worldDate, progress: async () => undefined })
  })
})

/** One of the demonstration, signed in as he would at the start. */
async function as(username: string): Promise<Caller> {
  const known = callers.get(username)
  if (known) return known
  const { password } = parts.flatMap(({ demo }) => demo?.accounts ?? []).find((one) => one.username === username) ?? { password: '' }
  const { body } = await house.anonymous().post<{ token: string }>('/api/session', { username, password })
  const caller = callerOf(house.app, { token: body.token })
  callers.set(username, caller)
  return caller
}
const got = async <Body>(who: string, path: string, query: Readonly<Record<string, string>> = {}): Promise<Body> => {
  const { status, body, text } = await (await as(who)).get<Body>(path, query)
  assert.equal(status, 200, `${path}: ${text}`)
  return body
}

interface Finding { readonly level: string; readonly says: string; readonly advice: string; readonly cite: { readonly text: string } }
/** What a ledger held against its standard says, breach by breach. */
async function audit(who: string, { id }: { readonly id: string }, sought = 'breach'): Promise<string[]> {
  const { rows } = await got<{ rows: readonly { readonly findings: readonly Finding[] }[] }>(who, `/api/standards/${id}/audit`)
  const breaches = rows.flatMap(({ findings }) => findings.filter(({ level }) => level === sought))
  for (const { advice, cite } of breaches) assert.ok(advice !== '' && cite.text !== '', id)
  return breaches.map(({ says }) => says)
}
/** What the fleet's officer reads in the alarms that a standard raised. */
async function alarmsOf({ id }: { readonly id: string }, state: string): Promise<string[]> {
  const { rows } = await got<{ rows: readonly { finding: Finding & { readonly standard: string | null } }[] }>('guo.chengyu', '/api/alarms', { state, limit: '200' })
  return rows.flatMap(({ finding }) => (finding.standard === id ? [finding.says] : []))
}
interface Due { readonly row: { readonly name: string }; readonly daysLeft: number; readonly says: string; readonly state: string }
async function due(who: string, { id }: { readonly id: string }, state: 'lapsed' | 'coming'): Promise<string[]> {
  const { rows } = await got<{ rows: readonly Due[] }>(who, '/api/due', { register: id, limit: '200' })
  return rows.filter((row) => row.state === state).map(({ row, daysLeft, says }) => `${row.name}:${daysLeft < 0 ? `过期 ${-daysLeft} 天` : `还有 ${daysLeft} 天`},${says}`)
}
/** Of the National Day, by their tracks. */
async function verified(sought: (car: { readonly state: string; readonly atPlace: boolean | null }) => boolean): Promise<string[]> {
  const { rows } = await got<{ rows: readonly { readonly id: string; readonly name: string }[] }>('guo.chengyu', '/api/registers/fleet.immobilisation')
  const { cars } = await got<{ cars: readonly { readonly vehicle: { readonly name: string }; readonly state: string; readonly atPlace: boolean | null }[] }>('guo.chengyu', `/api/fleet/immobilisations/${rows.find(({ name }) => name.includes('国庆'))?.id ?? ''}/verification`)
  return cars.filter(sought).map(({ vehicle }) => vehicle.name)
}
interface Listed { readonly number: string; readonly subject: string }
async function listed(who: string, { id }: { readonly id: string }, filters: Readonly<Record<string, string>>): Promise<string[]> {
  const { rows } = await got<{ rows: readonly Listed[] }>(who, `/api/matters/${id}`, { limit: '200', ...filters })
  return rows.map(({ number, subject }) => `${number} ${subject}`)
}
/** The findings with which a step is refused. */
async function refusal(who: string, { id }: { readonly id: string }, { standard, about, state, step, input }: {
  standard: { readonly id: string }; about: string; state: string; step: string; input: Readonly<Record<string, unknown>>
}): Promise<string[]> {
  const caller = await as(who)
  const { rows } = await got<{ rows: readonly Listed[] }>(who, `/api/matters/${id}`, { 'where.state': state })
  const [one, another] = rows.filter(({ subject }) => subject.includes(about))
  assert.ok(one && !another, `one ${id} about ${about} stands in ${state}`)
  const { body: { version } } = await caller.get<{ version: number }>(`/api/matters/${id}/${one.number}`)
  const { body } = await caller.post<{ type: string; findings?: readonly (Finding & { readonly standard: string })[] }>(`/api/matters/${id}/${one.number}/steps/${step}`, { input, comment: '', version })
  assert.equal(body.type, '/problems/standard-breached', JSON.stringify(body))
  return (body.findings ?? []).filter((finding) => finding.standard === standard.id).map(({ says }) => says)
}

interface Plant {
  readonly subsystem: string
  readonly planted: string
  /** Where a person finds it. */
  readonly foundBy: string
  readonly find: () => Promise<readonly string[]>
  /** How many are found, and what each of them says. */
  readonly count: number
  readonly says: RegExp
}
const startOfToday = '2026-11-23T16:00:00.000Z'
const endOfToday = '2026-11-24T16:00:00.000Z'
const overdue = Object.values(ofServiceDesk.overdue).reduce((sum, one) => sum + one, 0)
const taken = ofRegulations.takenDay.begins('2026-11-24')

const district = districtPeople({ seed: districtSeed, day: '2026-11-24' })
const headOf = district.heads.get(district.organ(ofOfficeSpace.largeOffice).id)
const head = district.persons.find(({ id }) => id === headOf)?.name ?? ''
const keepers = keptOffices(district).filter(({ leftOn }) => leftOn !== null && leftOn < '2026-10-24')

const plants: readonly Plant[] = [
  {
    subsystem: 'people', planted: `${ofPeople.overEstablishment.organ} has ${ofPeople.overEstablishment.by} more established staff than approved`,
    foundBy: `standard ${withinEstablishment.id}`, find: () => audit('gu.mingyuan', withinEstablishment), count: 1,
    says: new RegExp(`^${ofPeople.overEstablishment.organ}.*超编 ${ofPeople.overEstablishment.by} 人$`),
  },
  {
    subsystem: 'people', planted: `somebody of ${ofPeople.twoMainPosts.from} holds a second main post at ${ofPeople.twoMainPosts.alsoAt}`,
    foundBy: `standard ${oneMainPost.id}`, find: () => audit('gu.mingyuan', oneMainPost), count: 1,
    says: new RegExp(`2 个主职：${ofPeople.twoMainPosts.from}.+、${ofPeople.twoMainPosts.alsoAt}${ofPeople.twoMainPosts.title}`),
  },
  {
    subsystem: 'people', planted: `the contract of ${ofPeople.contractEnded.contractor} ended ${ofPeople.contractEnded.days} days ago and its people still work`,
    foundBy: `standard ${contractInForce.id}`, find: () => audit('gu.mingyuan', contractInForce), count: 1,
    says: new RegExp(`${ofPeople.contractEnded.contractor}.*过期 ${ofPeople.contractEnded.days} 天`),
  },
  {
    subsystem: 'people', planted: 'the same contract, before the eyes of whoever renews it', foundBy: 'due list /due, lapsed',
    find: () => due('xu.jing', contractor, 'lapsed'), count: 1, says: new RegExp(`^${ofPeople.contractEnded.contractor}：过期 ${ofPeople.contractEnded.days} 天`),
  },
  { subsystem: 'people', planted: 'three contracts end within ninety days', foundBy: 'due list /due, coming', find: () => due('xu.jing', contractor, 'coming'), count: 3, says: /还有 (7|24|61) 天，服务合同将到期/ },
  {
    subsystem: 'places', planted: `the lease of ${ofPlaces.leaseEnded.site} ended ${ofPlaces.leaseEnded.days} days ago and its organ still sits there`,
    foundBy: `standard ${leaseInForce.id}`, find: () => audit('gu.mingyuan', leaseInForce), count: 1, says: new RegExp(`^${ofPlaces.leaseEnded.site}的租期.*过期 ${ofPlaces.leaseEnded.days} 天`),
  },
  {
    subsystem: 'places', planted: 'the same lease, before the eyes of whoever renews it', foundBy: 'due list /due, lapsed',
    find: () => due('he.wei', site, 'lapsed'), count: 1, says: new RegExp(`^${ofPlaces.leaseEnded.site}：过期 ${ofPlaces.leaseEnded.days} 天`),
  },
  {
    subsystem: 'places', planted: `the stewardship of ${ofPlaces.stewardshipEnds.site} ends in ${ofPlaces.stewardshipEnds.days} days and nobody follows`, foundBy: 'due list /due, coming',
    find: () => due('he.wei', stewardship, 'coming'), count: 1, says: new RegExp(`${ofPlaces.stewardshipEnds.site}.*：还有 ${ofPlaces.stewardshipEnds.days} 天`),
  },
  {
    subsystem: 'places', planted: `${ofPlaces.gradedRooms} machine and file rooms are restricted parts, and nobody but their keepers finds one`, foundBy: 'list of rooms, 管控级别',
    find: async () => {
      const asked = ['/api/registers/places.room', { 'where.grade': 'restricted', limit: '200', total: 'true' }] as const
      for (const stranger of ['liu.min', 'gu.mingyuan', 'sun.xiaowen', 'chen.zhiqiang', 'qian.yiming']) {
        const { rows, total } = await got<{ rows: readonly unknown[]; total: number }>(stranger, ...asked)
        assert.deepEqual([rows, total], [[], 0], stranger)
      }
      const { rows } = await got<{ rows: readonly { id: string; number: string; name: string; area: string }[] }>('he.wei', ...asked)
      for (const { id, number } of rows.slice(0, 2)) {
        assert.equal((await (await as('gu.mingyuan')).get(`/api/registers/places.room/${id}`)).status, 404)
        const { rows: found } = await got<{ rows: readonly { id: string }[] }>('liu.min', '/api/search', { q: number })
        assert.ok(!found.some((one) => one.id === id), number)
      }
      const usable = async (who: string): Promise<{ count: number }> => got(who, '/api/registers/places.room/summary')
      assert.equal((await usable('he.wei')).count - (await usable('gu.mingyuan')).count, rows.length)
      return rows.map(({ name }) => name)
    },
    count: ofPlaces.gradedRooms, says: / B?\d+$/,
  },
  {
    subsystem: 'places', planted: `a hall of ${ofServiceDesk.tooCold.site} is cooled to ${ofServiceDesk.tooCold.celsius} ℃`, foundBy: `alarm by standard ${roomTemperatureLimits.id}`,
    find: async () => (await got<{ rows: readonly { finding: Finding | null }[] }>('he.wei', '/api/alarms', { state: 'open' })).rows.map(({ finding }) => finding?.says ?? ''),
    count: 1, says: /^正在制冷，室温 22\.4 ℃，低于 26\.0 ℃$/,
  },
  {
    subsystem: 'fleet', planted: 'a car that is sealed until it is disposed of is on the road', foundBy: `alarm by standard ${immobilisedStandsStill.id}`,
    find: () => alarmsOf(immobilisedStandsStill, 'open'),
    count: 1, says: new RegExp(`^封存期间行驶，车速 ${ofFleet.sealedOnTheRoad.kmh}\\.0 km/h`),
  },
  {
    subsystem: 'fleet', planted: `somebody drove at ${ofFleet.speeding.kmh} km/h`, foundBy: `alarm by standard ${speedLimit.id}`, find: () => alarmsOf(speedLimit, 'cleared'), count: 1,
    says: new RegExp(`^车速 ${ofFleet.speeding.kmh}\\.0 km/h，超过 120\\.0 km/h，2026-11-23 周一 \\d\\d:\\d\\d`),
  },
  { subsystem: 'fleet', planted: `a car stood ${ofFleet.idling.minutes} minutes with the engine on`, foundBy: `alarm by standard ${idlingLimit.id}`, find: () => alarmsOf(idlingLimit, 'cleared'), count: 1, says: new RegExp(`^停车不熄火 ${ofFleet.idling.minutes} 分钟`) },
  { subsystem: 'fleet', planted: 'a car that has no duty at night drove at eleven', foundBy: `alarm by standard ${offHoursLimit.id}, and an inquiry`, find: () => alarmsOf(offHoursLimit, 'cleared'), count: 1, says: /^夜间或节假日没有派车单行驶 \d+ 分钟.*23:\d\d/ },
  { subsystem: 'fleet', planted: `a car was outside the district for ${ofFleet.outside.minutes} minutes`, foundBy: `alarm by standard ${boundsLimit.id}, and an inquiry`, find: async () => (await alarmsOf(boundsLimit, 'cleared')).filter((one) => one.includes('驶出“清溪区”')), count: 1, says: new RegExp(`^在行政区域外或禁止区域内 ${ofFleet.outside.minutes} 分钟`) },
  { subsystem: 'fleet', planted: `a car drove about on ground that is barred for ${ofFleet.onBarredGround.minutes} minutes`, foundBy: `alarm by standard ${boundsLimit.id}, and an inquiry`, find: async () => (await alarmsOf(boundsLimit, 'cleared')).filter((one) => one.includes('进入“')), count: 1, says: new RegExp(`^在行政区域外或禁止区域内 ${ofFleet.onBarredGround.minutes} 分钟.*进入“望湖水源保护区”`) },
  { subsystem: 'fleet', planted: `${ofFleet.fuelTaken.litres} litres left the tank of a car that stood`, foundBy: `alarm by standard ${fuelDropLimit.id}`, find: () => alarmsOf(fuelDropLimit, 'cleared'), count: 1, says: new RegExp(`^停车期间油量下降 ${ofFleet.fuelTaken.litres}\\.0 L`) },
  { subsystem: 'fleet', planted: `a terminal has said nothing for ${ofFleet.silentHours} hours`, foundBy: `alarm by standard ${silenceLimit.id}`, find: () => alarmsOf(silenceLimit, 'open'), count: 1, says: new RegExp(`^终端没有消息 ${ofFleet.silentHours} 小时`) },
  { subsystem: 'fleet', planted: 'a car that is dispatched drove without a slip yesterday', foundBy: `alarm by standard ${withoutSlipLimit.id}, and an inquiry`, find: () => alarmsOf(withoutSlipLimit, 'cleared'), count: ofFleet.slips.without, says: /^没有派车单行驶 [\d.]+ km，超过 2\.0 km，2026-11-23 周一 1[56]:\d\d/ },
  { subsystem: 'fleet', planted: 'a slip held a car yesterday that stood all the while', foundBy: `alarm by standard ${unmovedSlipLimit.id}, and an inquiry`, find: () => alarmsOf(unmovedSlipLimit, 'cleared'), count: ofFleet.slips.unmoved, says: /^派车单占用车辆却没有行驶 \d+ 分钟，超过 60 分钟，派车单 YC-/ },
  { subsystem: 'fleet', planted: 'a car went elsewhere than its slip said', foundBy: `alarm by standard ${destinationLimit.id}, and an inquiry`, find: () => alarmsOf(destinationLimit, 'cleared'), count: ofFleet.slips.missed, says: /^离批准的目的地最近 [\d.]+ km，超过 1\.0 km，派车单 YC-/ },
  {
    subsystem: 'fleet', planted: `a loose antenna threw a car about ${ofFleet.jumping.times} times yesterday`, foundBy: `standard ${trackReckoning.id}`,
    find: () => audit('gu.mingyuan', trackReckoning), count: 1, says: new RegExp(`个位置中有 ${ofFleet.jumping.times} 个不可能$`),
  },
  { subsystem: 'fleet', planted: `${ofFleet.beyondTheLimits} cars are dearer or larger than their class may be`, foundBy: `standard ${priceAndDisplacement.id}`, find: async () => (await audit('guo.chengyu', priceAndDisplacement)).filter((one) => one.includes('购置价')), count: ofFleet.beyondTheLimits, says: /超过/ },
  { subsystem: 'fleet', planted: `${ofFleet.keptLong} cars have been used for more than eight years`, foundBy: `standard ${eightYears.id}`, find: () => audit('guo.chengyu', eightYears, 'warning'), count: ofFleet.keptLong, says: /满 8 年/ },
  { subsystem: 'fleet', planted: `${ofFleet.overQuota.organ} keeps a car more than it was approved`, foundBy: `standard ${carsWithinEstablishment.id}`, find: () => audit('guo.chengyu', carsWithinEstablishment), count: 1, says: new RegExp(`^${ofFleet.overQuota.organ}.*超编 1 辆`) },
  { subsystem: 'fleet', planted: 'the insurance of one car and the inspection of another have ended', foundBy: `standard ${fitForRoad.id}`, find: () => audit('guo.chengyu', fitForRoad), count: 2, says: /(保险|年检)已于 .* 到期/ },
  { subsystem: 'fleet', planted: `the licence of a driver ended ${ofFleet.licenceEnded.days} days ago`, foundBy: `standard ${licenceHolds.id}`, find: () => audit('guo.chengyu', licenceHolds), count: 1, says: new RegExp(`已过期 ${ofFleet.licenceEnded.days} 天$`) },
  { subsystem: 'fleet', planted: 'some cars were never marked', foundBy: `standard ${marked.id}`, find: () => audit('guo.chengyu', marked), count: 14, says: /没有喷涂标识/ },
  { subsystem: 'fleet', planted: 'less than three in ten of the cars bought in a year are of new energy', foundBy: `standard ${newEnergyShare.id}`, find: () => audit('guo.chengyu', newEnergyShare), count: 1, says: /低于 30%/ },
  { subsystem: 'fleet', planted: 'a car drove in two months for which nothing was entered', foundBy: `standard ${singleCarKept.id}`, find: () => audit('guo.chengyu', singleCarKept), count: 1, says: /有 2 个月行驶了却没有费用记录/ },
  { subsystem: 'fleet', planted: 'the slips of a car claim more than its terminal heard', foundBy: `standard ${singleCarKept.id}`, find: async () => (await audit('guo.chengyu', singleCarKept, 'warning')).filter((one) => one.includes('派车单里程')), count: 1, says: /km，终端只有/ },
  { subsystem: 'fleet', planted: 'the brakes of a car were mended twice within their warranty', foundBy: `standard ${repairWarranty.id}`, find: () => audit('guo.chengyu', repairWarranty), count: 1, says: /^.*制动（前刹车片）又要修，WX-\d{8}-\d{4} 在.*修过，质保到/ },
  { subsystem: 'fleet', planted: 'an old car was given a gearbox that cost more than it is worth to mend', foundBy: `standard ${repairWorth.id}`, find: () => audit('guo.chengyu', repairWorth), count: 1, says: /十二个月维修费 .* 元，超过现值/ },
  { subsystem: 'fleet', planted: 'a card paid for more fuel than the tank holds', foundBy: `standard ${refuelling.id}`, find: async () => (await audit('guo.chengyu', refuelling)).filter((one) => one.includes('油箱只有')), count: 1, says: /加油 [\d.]+ L，油箱只有 \d+ L$/ },
  { subsystem: 'fleet', planted: 'a card was used in the evening while its car stood at home', foundBy: `standard ${refuelling.id}`, find: async () => (await audit('guo.chengyu', refuelling)).filter((one) => one.includes('以外')), count: 1, says: new RegExp(`${ofFleet.account.fuel.elsewhere.at} 在.+加油，当时车在 .+ km 以外，从 .+ 起一直停着$`) },
  { subsystem: 'fleet', planted: 'a car was filled again two days later', foundBy: `standard ${refuelling.id}`, find: async () => (await audit('guo.chengyu', refuelling)).filter((one) => one.includes(`加油 ${ofFleet.account.fuel.again.litres}.00 L，上次`)), count: 1, says: /本车平时/ },
  { subsystem: 'fleet', planted: 'an old car that was appraised as usable is to be renewed', foundBy: `standard ${disposalInOrder.id}`, find: () => audit('guo.chengyu', disposalInOrder), count: 1, says: /鉴定为能继续使用，不能更新处置/ },
  { subsystem: 'fleet', planted: `a post keeps a car for ${ofFleet.standingTooLong.days} days`, foundBy: `standard ${useWithoutDispatch.id}`, find: () => audit('guo.chengyu', useWithoutDispatch), count: 1, says: new RegExp(`长期用车 ${ofFleet.standingTooLong.days} 天，超过 180 天`) },
  { subsystem: 'fleet', planted: 'a car has a luxury interior', foundBy: `standard ${plainInterior.id}`, find: () => audit('guo.chengyu', plainInterior), count: 1, says: /登记为豪华内饰$/ },
  { subsystem: 'fleet', planted: 'one car is borrowed and one was donated', foundBy: `standard ${ownCars.id}`, find: () => audit('guo.chengyu', ownCars), count: 2, says: /的来源是(借用|接受捐赠)$/ },
  { subsystem: 'fleet', planted: 'a car was mended at a shop nobody appointed', foundBy: `standard ${appointedShops.id}`, find: async () => (await audit('guo.chengyu', appointedShops)).filter((one) => one.includes('2,680.00')), count: 1, says: /在定点以外维修保养 2,680.00 元$/ },
  { subsystem: 'fleet', planted: `${ofFleet.holiday.moved} sealed cars moved on the National Day`, foundBy: 'the verification of the immobilisation', find: () => verified(({ state }) => state === 'moved'), count: ofFleet.holiday.moved, says: /^苏B/ },
  { subsystem: 'fleet', planted: `${ofFleet.holiday.elsewhere} sealed cars stood elsewhere than where they belong`, foundBy: 'the verification of the immobilisation', find: () => verified(({ state, atPlace }) => state === 'stood' && atPlace === false), count: ofFleet.holiday.elsewhere, says: /^苏B/ },
  { subsystem: 'fleet', planted: 'the same car, asked about without anybody asking', foundBy: 'inquiry from the alarm', find: async () => (await listed('guo.chengyu', inquiry, {})).filter((one) => one.includes('封存')), count: 1, says: /封存期间行驶/ },
  { subsystem: 'places', planted: 'the same hall, reported for mending without anybody asking', foundBy: 'repair from the alarm', find: () => listed('sun.xiaowen', repair, { 'where.alarm.null': 'false' }), count: 1, says: /正在制冷/ },
  {
    subsystem: 'regulations', planted: `a version of 《${ofRegulations.takenDay.rule}》 begins on ${taken} already; a further revision asks for the same day`,
    foundBy: `gate of standard ${versionDay.id} before “报批印发”`, count: 1, says: new RegExp(`已有一个版本从 ${taken} 起施行，同一天不能有两个版本`),
    find: () => refusal('xu.jing', ruleMaking, { standard: versionDay, about: ofRegulations.takenDay.rule, state: 'decision', step: 'issue', input: { number: '清机管〔2026〕31号', inForceOn: taken, evaluateBy: '2027-12-01' } }),
  },
  {
    subsystem: 'service-desk', planted: `${overdue} repairs stand past what was promised`, foundBy: `standard ${repairWithinPromise.id}`,
    find: () => audit('sun.xiaowen', repairWithinPromise), count: overdue, says: /承诺 [\d.]+ 小时内修好，超出 [\d.]+ 小时/,
  },
  {
    subsystem: 'service-desk', planted: `lamps for ${ofServiceDesk.tooDear.amount} yuan are to be bought as repair materials`, foundBy: `gate of standard ${belowTenderThreshold.id} before “报批”`,
    find: () => refusal('sun.xiaowen', purchase, { standard: belowTenderThreshold, about: ofServiceDesk.tooDear.what, state: 'drafted', step: 'submit', input: { amount: ofServiceDesk.tooDear.amount } }),
    count: 1, says: /^预计 1,176,000\.00 元，达到限额标准/,
  },
  {
    subsystem: 'service-desk', planted: `${ofServiceDesk.returned} repairs were sent back for more and not answered`, foundBy: 'list of repairs, 退回补充',
    find: () => listed('sun.xiaowen', repair, { 'where.state': 'returned' }), count: ofServiceDesk.returned, says: /^BX-/,
  },
  {
    subsystem: 'service-desk', planted: `${ofServiceDesk.merged} faults were reported by two people`, foundBy: 'list of repairs, 已合并',
    find: () => listed('sun.xiaowen', repair, { 'where.state': 'merged' }), count: ofServiceDesk.merged, says: /^BX-/,
  },
  {
    subsystem: 'goals', planted: '财政局 has not answered the survey of this quarter; its liaison finds it in the inbox', foundBy: 'inbox of wu.ting',
    find: async () => (await got<{ rows: readonly (Listed & { matter: string })[] }>('wu.ting', '/api/inbox', { limit: '200' })).rows.filter(({ matter, subject }) => matter === survey.id && subject.includes('财政局')).map(({ number, subject }) => `${number} ${subject}`),
    count: 1, says: /^CP-.*财政局/,
  },
  {
    subsystem: 'office-space', planted: `${ofOfficeSpace.tooManyRooms} was given more rooms than its establishment allows`, foundBy: `standard ${organArea.id}`,
    find: () => audit('gu.mingyuan', organArea), count: 1, says: new RegExp(`^${ofOfficeSpace.tooManyRooms}编制.*核定.*超出`),
  },
  {
    subsystem: 'office-space', planted: `the head of ${ofOfficeSpace.largeOffice} sits in the largest office of the site`, foundBy: `standard ${areaByRank.id}`,
    find: async () => (await audit('gu.mingyuan', areaByRank)).filter((says) => says.startsWith(`${head}(`)), count: 1, says: /使用.*上限 [\d.]+ ㎡，超出 [\d.]+ ㎡，自 [\d-]+ 起/,
  },
  {
    subsystem: 'office-space', planted: 'two people have kept a second room on one site', foundBy: `standard ${oneOffice.id}`,
    find: () => audit('gu.mingyuan', oneOffice), count: ofOfficeSpace.secondRoom.length, says: /有 2 处办公用房/,
  },
  {
    subsystem: 'office-space', planted: 'who retired more than a month ago still holds the room', foundBy: `standard ${vacatedInTime.id}`,
    find: () => audit('gu.mingyuan', vacatedInTime), count: keepers.length, says: /已办理退休或调离.*已逾期/,
  },
  {
    subsystem: 'office-space', planted: 'a deputy has a toilet in his office, and that of one chief is too large', foundBy: `standard ${innerToilet.id}`,
    find: () => audit('gu.mingyuan', innerToilet), count: ofOfficeSpace.deputyToilets.length + 1, says: /只有区（县）级正职可以有|上限 6.00 ㎡，超出/,
  },
  {
    subsystem: 'office-space', planted: `${ofOfficeSpace.tooManyRooms} was given more service rooms than 8 ㎡ each`, foundBy: `standard ${serviceRooms.id}`,
    find: () => audit('gu.mingyuan', serviceRooms), count: 1, says: new RegExp(`^${ofOfficeSpace.tooManyRooms}编制.*服务用房.*超出`),
  },
  {
    subsystem: 'office-space', planted: 'the largest garage was approved for half its cars', foundBy: `standard ${ancillaryRooms.id}`,
    find: async () => (await audit('gu.mingyuan', ancillaryRooms)).filter((says) => says.includes('车库')), count: 1, says: /车库折合建筑面积.*超出/,
  },
  {
    subsystem: 'office-space', planted: 'a room is lent and a house rented without an approval', foundBy: `standard ${approvedLetting.id}`,
    find: () => audit('gu.mingyuan', approvedLetting), count: ofOfficeSpace.rentedUnapproved + 1, says: /没有登记批准文号/,
  },
  {
    subsystem: 'office-space', planted: 'a room of an office is a dormitory', foundBy: `standard ${noTrainingCentre.id}`, find: () => audit('gu.mingyuan', noTrainingCentre), count: 1, says: /登记为学员宿舍/,
  },
  {
    subsystem: 'office-space', planted: `${ofOfficeSpace.leasedOutOfOrder} leased rooms and nobody wrote why no exchange would do`, foundBy: `standard ${configurationOrder.id}`,
    find: () => audit('gu.mingyuan', configurationOrder), count: 1, says: new RegExp(`${ofOfficeSpace.leasedOutOfOrder}租用，没有写明置换为什么不合用$`),
  },
  {
    subsystem: 'office-space', planted: 'a patrol saw somebody gone, a room lent and a plate missing, and nothing was put right', foundBy: `standard ${asSeen.id}`,
    find: () => audit('gu.mingyuan', asSeen), count: ofOfficeSpace.seenOtherwise, says: /看到(.*不在这里坐|出借，台账是正常使用|没有门牌)$/,
  },
]

const found = new Map<Plant, readonly string[]>()
for (const plant of plants)
  test(`${plant.subsystem}: ${plant.planted} — ${plant.foundBy}`, async () => {
    const says = await plant.find()
    found.set(plant, says)
    assert.equal(says.length, plant.count, says.join('\n'))
    for (const one of says) assert.match(one, plant.says)
  })

test('3 to 6 % of those who sit somewhere have more office than their rank allows', async () => {
  const { checked, breaches } = await got<{ checked: number; breaches: number }>('gu.mingyuan', `/api/standards/${areaByRank.id}/audit`)
  assert.ok(checked > 6_000 && breaches / checked > 0.03 && breaches / checked < 0.06, `${breaches} of ${checked}`)
})
test('promised for today, open, and not late yet', async () => {
  const today = await listed('sun.xiaowen', repair, { 'where.promisedAt.gte': startOfToday, 'where.promisedAt.lt': endOfToday, 'where.closedAt.null': 'true' })
  assert.ok(today.length >= ofServiceDesk.dueToday, today.join('\n'))
})
test('rounds with gaps say why, quarters without an answer lapsed', async () => {
  assert.ok((await listed('he.wei', patrol, { 'where.state': 'gaps' })).length > 3)
  assert.ok((await listed('gu.mingyuan', survey, { 'where.state': 'lapsed' })).length > 20)
})

test('whichever organ somebody is of, who decides about his leave can sign in', async (t) => {
  const officer = await as('xu.jing')
  const { rows: organs } = await sql<{ id: string; name: string }>`select id, label as name from people.organ where retired_at is null`.execute(house.system.db)
  assert.equal(organs.length, 235)
  const vacant: string[] = []
  for (const { id, name } of organs) {
    const { body, text } = await officer.post<{ stages: readonly { seats: readonly { vacancy: string | null }[] }[] }>('/api/approval/try', { route: 'staffing.leave-days', kind: 'staff', amount: '2', organ: id, site: null, requester: null })
    assert.ok(body.stages.length > 0, text)
    for (const { vacancy } of body.stages.flatMap(({ seats }) => seats)) if (vacancy !== null) vacant.push(`${name}: ${vacancy}`)
  }
  t.diagnostic(`${organs.length} organs`)
  assert.deepEqual(vacant, [])
})

test('what a standard finds leads to the record it speaks of', async () => {
  const ledgers = parts.flatMap(({ subsystem }) => Object.values(subsystem.standards)).filter(({ ledger }) => ledger !== undefined)
  for (const { id } of ledgers) {
    const who = id.startsWith('service-desk.') ? 'sun.xiaowen' : 'gu.mingyuan'
    const { rows } = await got<{ rows: readonly { subject: { name: string }; opens: string | null }[] }>(who, `/api/standards/${id}/audit`)
    assert.ok(rows.length > 0, id)
    for (const { subject, opens } of rows) {
      assert.ok(opens !== null, `${id}: ${subject.name}`)
      const { status, body } = await (await as(who)).get<{ name?: string; number?: string }>(`/api${opens}`)
      assert.equal(status, 200, opens)
      const called = (opens.startsWith('/matters/') ? body.number : body.name) ?? '?'
      assert.ok(subject.name.startsWith(called), `${subject.name} is not ${called}`)
    }
  }
})

test('every standard has something to find', () => {
  const declared = parts.flatMap(({ subsystem }) => Object.values(subsystem.standards).map(({ id }) => id))
  const without = declared.filter((id) => !plants.some(({ foundBy }) => foundBy.includes(id)))
  assert.deepEqual(without, [])
})

test('the paper lists them with what is said of each', () => {
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  golden({
    file: new URL('../../../docs/plants.golden.md', import.meta.url),
    text: `${[
      '# Plants 埋点',
      '',
      'What is wrong in the demonstration district on purpose, so that every rule has something to find. Each line is found by a test',
      '([plants.db.test.ts](../apps/server/test/plants.db.test.ts)) as its people find it: signed in, on the world’s day 2026-11-24.',
      '',
      row(['subsystem', 'planted', 'found by', 'how many', 'what it says']),
      row(['---', '---', '---', '---', '---']),
      ...plants.map((plant) => row([plant.subsystem, plant.planted, plant.foundBy, String(plant.count), found.get(plant)?.[0] ?? ''])),
      '',
      '## Belongs to subsystems to come',
      '',
      ...comingSubsystems.map(([subsystem, planted]) => `- **${subsystem}**: ${planted}`),
      '',
    ].join('\n')}`,
  })
})
