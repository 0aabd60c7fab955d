// What is done about rooms 用房管理的成效: censuses, patrols, redress, the city's platform, what is drawn; one row each, for the sentences of the work report.
import { auditor, defineReport, listPath } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { floor, placesOfficer, room } from '@houqin/places'
import { census } from '../census/census.ts'
import { citySubmission } from '../city/city-submission.ts'
import { floorPlan } from '../floor-plan.ts'
import { roomPatrol } from '../patrol/room-patrol.ts'
import { redress } from '../redress.ts'
import { censuses, countedRooms, roomColumns, roomFigures } from './censuses.ts'
import { closedIn, dayPast, daysIn, firstDay, lastDay, openedIn } from './in-period.ts'
import { roomsByOrgan } from './rooms-by-organ.ts'
import { handedOver, submissionColumns, submissions } from './submissions.ts'

const read = [placesOfficer, bureauLeader, auditor]

export const roomsCounted = defineReport('office-space.rooms-counted', {
  title: '清查制度',
  read,
  columns: { held: { title: '开展清查', kind: 'int', unit: '次' }, ...roomColumns },
  claim: { number: 3, says: '落实清查制度：本期开展清查 {held}，应查房间 {rooms}，已查 {seen}，与台账一致 {same}，不符 {differing}，没有找到 {missing}；其中复核签字、已处理 {settled}，待复核 {open}。' },
  query: (period, scope, sql) => sql`
    with counted as (${countedRooms(period, scope, sql)}) select count(distinct id)::int as held, ${roomFigures(sql)} from counted`,
  opens: (_, column, period) => (column === 'held' ? listPath(census, { ...openedIn(period), 'where.state.not': 'dropped' }) : `/reports/${censuses.id}`),
})

export const roomsInspected = defineReport('office-space.rooms-inspected', {
  title: '定期督查',
  read,
  columns: {
    planned: { title: '应巡查', kind: 'int', unit: '次' },
    done: { title: '逐间看完', kind: 'int', unit: '次' },
    gaps: { title: '有漏查', kind: 'int', unit: '次' },
    walking: { title: '正在巡查', kind: 'int', unit: '次' },
    found: { title: '发现问题', kind: 'int', unit: '件' },
    mended: { title: '整改完成', kind: 'int', unit: '件' },
    vacated: { title: '腾退', kind: 'int', unit: '件' },
    open: { title: '正在整改', kind: 'int', unit: '件' },
  },
  claim: { number: 6, says: '定期督查计划逐栋落实：本期巡查用房 {planned}，逐间看完 {done}，有漏查 {gaps}，正在巡查 {walking}；督查和核查发现用房问题 {found}，整改完成 {mended}，其中腾退 {vacated}；正在整改 {open}。' },
  query: (period, scope, sql) => sql`
    with walked as (
      select m.state from matter.matter m join office_space.room_patrol f on f.matter = m.id where f.day >= ${firstDay(period, sql)} and f.day < ${dayPast(period, sql)} and ${scope.site('m.site')}
    )
    select (select count(*) from walked)::int as planned, (select count(*) from walked where state = 'done')::int as done, (select count(*) from walked where state = 'gaps')::int as gaps,
           (select count(*) from walked where state = 'walking')::int as walking, (count(*) filter (where m.state <> 'dropped' and m.opened_at >= ${period.from} and m.opened_at < ${period.to}))::int as found,
           (count(*) filter (where m.state = 'closed' and m.closed_at >= ${period.from} and m.closed_at < ${period.to}))::int as mended,
           (count(*) filter (where m.state = 'closed' and f.way = 'vacate' and m.closed_at >= ${period.from} and m.closed_at < ${period.to}))::int as vacated, (count(*) filter (where m.closed_at is null))::int as "open"
      from matter.matter m join office_space.redress f on f.matter = m.id where ${scope.organ('m.organ')}`,
  opens(_, column, period) {
    switch (column) {
      case 'found':
        return listPath(redress, { ...openedIn(period), 'where.state.not': 'dropped' })
      case 'mended':
      case 'vacated':
        return listPath(redress, { ...closedIn(period), 'where.state': 'closed', 'where.way': column === 'vacated' ? 'vacate' : null })
      case 'open':
        return listPath(redress, { 'where.closedAt.null': 'true' })
      default:
        return listPath(roomPatrol, { ...daysIn(period, 'day'), 'where.state': column === 'planned' ? null : column })
    }
  },
})

export const toldToCity = defineReport('office-space.told-to-city', {
  title: '并网市级平台',
  read,
  columns: { handed: { title: '已送交', kind: 'int', unit: '次' }, ...submissionColumns, now: { title: '本期送交', kind: 'int', unit: '次' } },
  claim: { number: 70, says: '并网市级平台：办公用房数据已送交 {handed}，新增、变更、撤销 {rows}，市平台接收 {accepted}，退回 {rejected}，改正后再报 {again}；其中本期送交 {now}。' },
  query: (period, _, sql) => sql`
    select count(*)::int as handed, coalesce(sum(f.added + f.changed + f.gone), 0)::int as rows, coalesce(sum(f.accepted), 0)::int as accepted, coalesce(sum(f.rejected), 0)::int as rejected, coalesce(sum(f.again), 0)::int as again,
           (count(*) filter (where f.handed_on >= ${firstDay(period, sql)}))::int as now
      from ${handedOver(period, sql)}`,
  opens(_, column, period) {
    const { 'where.handedOn.gte': from = null, 'where.handedOn.lt': past = null } = daysIn(period, 'handedOn')
    return column === 'handed' || column === 'now' ? listPath(citySubmission, { 'where.handedOn.gte': column === 'now' ? from : null, 'where.handedOn.lt': past }) : `/reports/${submissions.id}`
  },
})

/** The ledger of rooms as it is, who sits in them and what is drawn as they were on the last day. */
export const roomsInSight = defineReport('office-space.rooms-in-sight', {
  title: '一张图',
  read,
  columns: {
    floors: { title: '楼层', kind: 'int', unit: '层' },
    drawn: { title: '已有楼层图', kind: 'int', unit: '层' },
    rooms: { title: '房间', kind: 'int', unit: '间' },
    area: { title: '使用面积', kind: 'decimal', unit: '㎡' },
    people: { title: '在座人员', kind: 'int', unit: '人' },
  },
  claim: { number: 71, says: '楼层面积、使用情况、人员数量清晰可见：登记楼层 {floors}，已有楼层图 {drawn}；房间 {rooms}、使用面积 {area}，在座人员 {people}，逐间可查。' },
  query: (period, scope, sql) => sql`
    with asked as (select ${lastDay(period)}::date as day),
         rooms as (select r.area from places.room r where r.retired_at is null and r.merged_into is null and r.use <> 'circulation' and r.grade is distinct from 'restricted' and ${scope.site('r.site')})
    select (select count(*) from places.floor f where f.retired_at is null and f.merged_into is null and ${scope.site('f.site')})::int as floors,
           (select count(*) from asked join office_space.floor_plan p on p.valid @> asked.day where p.retired_at is null and p.merged_into is null and ${scope.site('p.site')})::int as drawn,
           (select count(*) from rooms)::int as rooms, (select coalesce(sum(area), 0) from rooms)::text as area,
           (select count(distinct w.person) from asked join staffing.workplace w on w.valid @> asked.day join people.person p on p.id = w.person join people.organ o on o.id = p.organ
             where w.retired_at is null and w.merged_into is null and p.merged_into is null and o.retired_at is null and o.merged_into is null and ${scope.organ('o.id')})::int as people`,
  opens(_, column, period) {
    if (column === 'floors') return listPath(floor)
    if (column === 'drawn') return listPath(floorPlan, { asOf: lastDay(period) })
    return column === 'people' ? `/reports/${roomsByOrgan.id}` : listPath(room, { 'where.use.not': 'circulation', 'where.grade.not': 'restricted' })
  },
})
