// What a census finds 账实证核对: ledger against reality, ledger against ledger, ledger against certificate, each in a sentence with what to do.
import type { Tx } from '@houqin/db'
import { citationText, decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { building, certificate, room as roomRegister, roomUses } from '@houqin/places'
import { person } from '@houqin/people'
import type { Locale } from '@houqin/problem'
import { sql } from 'kysely'
import { divided, organArea } from '../../contract/index.ts'
import type { CensusFinding, CensusFloor, CensusRoom } from '../../contract/index.ts'
import { officeRules } from '../../contract/standards/office-limits.ts'

interface Seated { readonly id: string; readonly name: string; readonly room: string; readonly expected: boolean; readonly here: boolean | null }
interface Built {
  readonly id: string
  readonly name: string
  readonly height: 'low' | 'high'
  readonly built: string
  readonly usable: string
  readonly certified: boolean
}
interface Paper { readonly id: string; readonly number: string; readonly kind: string; readonly area: string; readonly holder: string | null }
const agree = citationText(officeRules('第六条'))
const registered = citationText(officeRules('第五条'))
const keptUse = citationText(officeRules('第十九条'))
const shown = 8

export async function censusFindings(tx: Tx, { standards }: System, given: { site: string; floors: readonly CensusFloor[]; rooms: readonly CensusRoom[]; seats: readonly Seated[]; opened: string; locale: Locale }): Promise<readonly CensusFinding[]> {
  const { rows: buildings } = await sql<Built>`
    select b.id, b.name, b.height, b.building_area::text as built, b.certificate is not null as certified,
           coalesce((select sum(r.area) from places.room r where r.building = b.id and r.use <> 'circulation' and r.retired_at is null and r.merged_into is null), 0)::text as usable
      from places.building b where b.site = ${given.site}::uuid and b.retired_at is null and b.merged_into is null order by b.name collate "zh-natural"`.execute(tx)
  const { rows: papers } = await sql<Paper>`
    select c.id, c.number, c.kind, c.building_area::text as area, o.label as holder
      from places.certificate c left join people.organ o on o.id = c.holder
     where c.site = ${given.site}::uuid and c.retired_at is null and c.merged_into is null order by c.number`.execute(tx)
  const { figures, cite } = await standards.figuresAsOf(tx, organArea, given.opened)
  const coefficient = (figures as { coefficient?: Partial<Record<Built['height'], string>> }).coefficient ?? {}
  const write = writer(given.locale)
  return [...realityFindings({ seats: given.seats, rooms: inBuildings(given) }, write), ...paperFindings({ buildings, papers }, write), ...shareFindings(buildings, { coefficient, cite: (height) => cite(`coefficient.${height}`).text }, write)]
}

/** On a site of several buildings a number alone would name several rooms. */
function inBuildings({ rooms, floors }: { rooms: readonly CensusRoom[]; floors: readonly CensusFloor[] }): readonly CensusRoom[] {
  if (new Set(floors.map(({ building: name }) => name)).size < 2) return rooms
  const names = new Map(floors.map(({ id, building: name }) => [id, name]))
  return rooms.map((one) => ({ ...one, number: `${names.get(one.floor) ?? ''} ${one.number}` }))
}

type Write = (finding: Omit<CensusFinding, 'says' | 'advice' | 'cite' | 'opens'> & { says: readonly [string, string]; advice: readonly [string, string]; cite?: string; opens?: string }) => CensusFinding
const writer = (locale: Locale): Write => ({ says, advice, cite = null, opens = null, ...rest }) => {
  const at = locale === 'en' ? 1 : 0
  return { ...rest, says: says[at], advice: advice[at], cite, opens }
}
const some = (names: readonly string[], en = false): string => `${names.slice(0, shown).join(en ? ', ' : '、')}${names.length > shown ? (en ? ` and ${names.length - shown} more` : `等 ${names.length} 处`) : ''}`

function realityFindings({ rooms, seats }: { rooms: readonly CensusRoom[]; seats: readonly Seated[] }, write: Write): readonly CensusFinding[] {
  const label = new Map(rooms.map(({ id, number }) => [id, number]))
  const of = (outcome: CensusRoom['outcome']): readonly CensusRoom[] => rooms.filter((one) => one.outcome === outcome)
  const [missing, left, measured, used] = [of('missing'), of(null), rooms.filter(({ foundArea }) => foundArea !== null), rooms.filter(({ foundUse }) => foundUse !== null)]
  const found: CensusFinding[] = []
  if (missing.length > 0) {
    const names = missing.map(({ number, note }) => `${number}(${note ?? ''})`)
    found.push(write({ kind: 'reality', level: 'breach', says: [`台账有、现场没有找到 ${missing.length} 间：${some(names)}`, `${missing.length} rooms of the ledger were not found: ${some(names, true)}`], advice: ['核实后注销或更正房间登记', 'Look into it, then retire or correct the rooms'], cite: agree, ...(missing[0] && { opens: `/registers/${roomRegister.id}/${missing[0].id}` }) }))
  }
  if (measured.length > 0) {
    const [ledger, real] = [decimal.sum(measured.map(({ area }) => area)), decimal.sum(measured.map(({ foundArea }) => foundArea ?? '0'))]
    const names = measured.map(({ number, area, foundArea }) => `${number}（台账 ${area}，实测 ${foundArea ?? ''}）`)
    const namesEn = measured.map(({ number, area, foundArea }) => `${number} (${area}, measured ${foundArea ?? ''})`)
    found.push(write({ kind: 'reality', level: 'breach', says: [`${measured.length} 间面积与台账不符，台账 ${ledger} ㎡，实测 ${real} ㎡，相差 ${decimal.minus(real, ledger)} ㎡：${some(names)}`, `The area of ${measured.length} rooms differs: ledger ${ledger} ㎡, measured ${real} ㎡, by ${decimal.minus(real, ledger)} ㎡: ${some(namesEn, true)}`], advice: ['签字后写入台账', 'Written into the ledger when it is signed'], cite: agree }))
  }
  if (used.length > 0) {
    const names = used.map(({ number, use, foundUse }) => `${number}(${roomUses[use]}→${foundUse === null ? '' : roomUses[foundUse]})`)
    const namesEn = used.map(({ number, use, foundUse }) => `${number} (${use} → ${foundUse ?? ''})`)
    found.push(write({ kind: 'reality', level: 'breach', says: [`${used.length} 间的用途与台账不符：${some(names)}`, `${used.length} rooms are used otherwise than entered: ${some(namesEn, true)}`], advice: ['查清有没有批准；没有批准的恢复原用途', 'See whether it was approved; restore the use where it was not'], cite: keptUse }))
  }
  found.push(...peopleFindings(seats, { label, write }))
  if (left.length > 0) found.push(write({ kind: 'reality', level: 'note', says: [`还有 ${left.length} 间没有看：${some(left.map(({ number }) => number))}`, `${left.length} rooms were not looked at yet: ${some(left.map(({ number }) => number), true)}`], advice: ['到现场看过再报签字', 'See them before it is signed'] }))
  return found
}

function peopleFindings(seats: readonly Seated[], { label, write }: { label: ReadonlyMap<string, string>; write: Write }): readonly CensusFinding[] {
  const places = new Map<string, { name: string; here: string[]; away: string[]; extra: boolean }>()
  for (const { id, name, room, expected, here } of seats.filter((one) => one.here !== null)) {
    const one = places.get(id) ?? { name, here: [], away: [], extra: false }
    ;(here === true ? one.here : one.away).push(label.get(room) ?? '')
    places.set(id, { ...one, extra: one.extra || !expected })
  }
  const all = [...places]
  const moved = all.filter(([, { here, away }]) => here.length > 0 && away.length > 0).map(([, { name, here, away }]) => `${name}(${away.join('、')}→${here.join('、')})`)
  const away = all.filter(([, one]) => one.here.length === 0 && one.away.length > 0).map(([, one]) => `${one.name}(${one.away.join('、')})`)
  const extra = all.filter(([, one]) => one.extra && one.away.length === 0).map(([, one]) => `${one.name}(${one.here.join('、')})`)
  const twice = all.filter(([, { here }]) => here.length > 1)
  return [
    ...(moved.length > 0 ? [write({ kind: 'reality', level: 'breach', says: [`${moved.length} 人坐的地方与台账不同：${some(moved)}`, `${moved.length} people sit elsewhere than entered: ${some(moved, true)}`], advice: ['签字后写入台账', 'Written into the ledger when it is signed'], cite: agree })] : []),
    ...(away.length > 0 ? [write({ kind: 'reality', level: 'breach', says: [`台账在座、现场没有的 ${away.length} 人：${some(away)}`, `${away.length} people are entered and were not there: ${some(away, true)}`], advice: ['问清去向；签字后座位收回', 'Find out where they are; their seats end when it is signed'], cite: agree })] : []),
    ...(extra.length > 0 ? [write({ kind: 'reality', level: 'breach', says: [`现场有、台账没有的 ${extra.length} 人：${some(extra)}`, `${extra.length} people were there and are not entered: ${some(extra, true)}`], advice: ['签字后写入台账', 'Written into the ledger when it is signed'], cite: agree })] : []),
    ...twice.map(([id, { name, here }]) => write({ kind: 'reality', level: 'warning', says: [`${name} 在 ${here.join('、')} 都有办公座位`, `${name} has a desk in ${here.join(', ')}`], advice: ['留一处，其余退出', 'Keep one and give back the others'], cite: keptUse, opens: `/registers/${person.id}/${id}` })),
  ]
}

function paperFindings({ buildings, papers }: { buildings: readonly Built[]; papers: readonly Paper[] }, write: Write): readonly CensusFinding[] {
  const [built, certified] = [decimal.sum(buildings.map((one) => one.built)), decimal.sum(papers.map(({ area }) => area))]
  const difference = decimal.minus(built, certified)
  const differs = decimal.compare(built, certified) !== 0
  return [
    ...(papers.length === 0 ? [write({ kind: 'certificate', level: 'breach', says: ['这处场所没有权属证书', 'This site has no certificate of ownership'], advice: ['统一登记到机关事务管理部门名下；资料缺失的办权属备案', 'Have it registered in the name of the bureau, or filed where papers are lost'], cite: registered })] : []),
    ...(papers.length > 0 && differs ? [write({ kind: 'ledger', level: 'breach', says: [`楼栋建筑面积合计 ${decimal.grouped(built)} ㎡，证载 ${decimal.grouped(certified)} ㎡，相差 ${decimal.grouped(difference)} ㎡`, `The buildings come to ${decimal.grouped(built)} ㎡, the certificates to ${decimal.grouped(certified)} ㎡, a difference of ${decimal.grouped(difference)} ㎡`], advice: ['核对每栋的建筑面积和证书', 'Compare each building with its certificate'], cite: agree, opens: `/registers/${certificate.id}` })] : []),
    ...papers.filter(({ kind }) => kind === 'handover').map(({ id, number, area }) => write({ kind: 'certificate', level: 'warning', says: [`${number} 是移交清单，${decimal.grouped(area)} ㎡ 还没有办理权属登记`, `${number} is a list of handing over: ${decimal.grouped(area)} ㎡ are not registered yet`], advice: ['统一登记到机关事务管理部门名下', 'Have it registered in the name of the bureau'], cite: registered, opens: `/registers/${certificate.id}/${id}` })),
    ...buildings.filter((one) => !one.certified).map(({ id, name }) => write({ kind: 'certificate', level: 'warning', says: [`${name}没有对应的权属证书`, `${name} belongs to no certificate`], advice: ['补上楼栋的权属证书', 'Enter the certificate of the building'], cite: registered, opens: `/registers/${building.id}/${id}` })),
  ]
}

function shareFindings(buildings: readonly Built[], { coefficient, cite }: { coefficient: Partial<Record<Built['height'], string>>; cite: (height: Built['height']) => string }, write: Write): readonly CensusFinding[] {
  return buildings.flatMap(({ id, name, height, built, usable }) => {
    const least = coefficient[height]
    const share = divided(decimal.times(usable, '100'), built)
    const opens = `/registers/${building.id}/${id}`
    if (decimal.compare(usable, built) > 0)
      return [write({ kind: 'certificate', level: 'breach', says: [`${name}房间使用面积 ${decimal.grouped(usable)} ㎡，大于建筑面积 ${decimal.grouped(built)} ㎡`, `The rooms of ${name} have ${decimal.grouped(usable)} ㎡ of usable area, more than its ${decimal.grouped(built)} ㎡ of built area`], advice: ['重新测量，更正房间或楼栋的面积', 'Measure again and correct the rooms or the building'], cite: agree, opens })]
    if (least === undefined || decimal.compare(share, least) >= 0) return []
    return [write({ kind: 'certificate', level: 'note', says: [`${name}房间使用面积占建筑面积 ${share}%，不到 ${least}%`, `The rooms of ${name} are ${share} % of its built area, less than ${least} %`], advice: ['核对有没有漏登的房间', 'See whether rooms are missing from the ledger'], cite: cite(height), opens })]
  })
}
