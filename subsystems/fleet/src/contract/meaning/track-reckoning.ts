// How a track is reckoned 轨迹统计口径: from which speed a car drives, when a stop ends a trip, what is drift, and which positions cannot be true.
import { decimal, defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

export interface TrackOfDay {
  readonly name: string
  readonly day: string
  /** Positions that were left out, since no car comes there so fast. */
  readonly jumps: number
  readonly positions: number
}

/** The rules on official vehicles name no such figure; these are the house's own until the district says otherwise. */
export const ownFigures: Citation = { document: '本局公务用车行车数据统计口径', mark: 'U', level: '区' }
export const figuresSince = '2017-12-05'

export const trackReckoning = defineStandard<TrackOfDay>()('fleet.track-reckoning', {
  title: '行车轨迹统计口径',
  explain:
    '从位置算出行程和里程的口径：达到起步车速并离开停放点一定距离才算行驶，停车满规定时间行程结束，中断过久另算一段；停放时的漂移不计里程，点火关闭时漂移放得更宽；两个位置之间快得不可能的点不采用。一天里不可能的点太多，说明终端定位有问题，应检修。里程以终端里程表为准，没有里程表的按轨迹计算。派车单前后放宽的时间里行驶，算有派车单。位置明细到期整天删除，行程和每日汇总长期保存。',
  parameters: {
    movingFrom: parameter('算作行驶的车速，不低于', 'km/h', { scale: 1 }),
    driftWithin: parameter('离开停放点多远算作行驶', 'm'),
    driftWhenOff: parameter('点火关闭时离开停放点多远算作行驶', 'm'),
    stopAfter: parameter('停车多久行程结束', '分钟'),
    gapAfter: parameter('中断多久另算一段', '分钟'),
    fastest: parameter('两个位置之间车速不可能超过', 'km/h'),
    jumpsAtMost: parameter('一天里不可能的位置不超过', '个'),
    keepDays: parameter('位置明细保存', '天'),
    edge: parameter('越过围栏边界多远才算', 'm'),
    nightFrom: parameter('夜间从几点起', '时'),
    nightTo: parameter('夜间到几点止', '时'),
    slipGrace: parameter('派车单前后放宽', '分钟'),
  },
  values: [
    { parameter: 'movingFrom', value: '5.0', from: figuresSince, cite: ownFigures },
    { parameter: 'driftWithin', value: '80', from: figuresSince, cite: ownFigures },
    { parameter: 'driftWhenOff', value: '500', from: figuresSince, cite: ownFigures },
    { parameter: 'stopAfter', value: '5', from: figuresSince, cite: ownFigures },
    { parameter: 'gapAfter', value: '10', from: figuresSince, cite: ownFigures },
    { parameter: 'fastest', value: '200', from: figuresSince, cite: ownFigures },
    { parameter: 'jumpsAtMost', value: '20', from: figuresSince, cite: ownFigures },
    { parameter: 'keepDays', value: '400', from: figuresSince, cite: ownFigures },
    { parameter: 'edge', value: '150', from: figuresSince, cite: ownFigures },
    { parameter: 'nightFrom', value: '22', from: figuresSince, cite: ownFigures },
    { parameter: 'nightTo', value: '6', from: figuresSince, cite: ownFigures },
    { parameter: 'slipGrace', value: '30', from: figuresSince, cite: ownFigures },
  ],
  ledger: (asOf, sql) => sql`
    select v.id, v.label as name, v.organ, null::uuid as site,
           jsonb_build_object('name', v.label, 'day', to_char(d.day, 'YYYY-MM-DD'), 'jumps', d.jumps, 'positions', d.positions) as subject
      from fleet.vehicle_day d join fleet.vehicle v on v.id = d.vehicle
     where d.day = ${asOf}::date - 1 and v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary' order by v.label collate "zh-natural", v.id`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ name, day, jumps, positions }, { jumpsAtMost }) {
    const over = decimal.compare(String(jumps), jumpsAtMost) > 0
    return [{
      level: over ? 'breach' : 'note', by: 'jumpsAtMost', measured: String(jumps), limit: jumpsAtMost, unit: '个',
      says: `${name} ${day} 的 ${positions} 个位置中有 ${jumps} 个不可能`,
      advice: '检查终端天线和安装位置，必要时更换终端',
      en: { says: `Of ${positions} positions of ${name} on ${day} ${jumps} cannot be true`, advice: 'Have the antenna and the fitting of the terminal looked at, and change it where needed' },
    }]
  },
  opens: ({ id }) => `/registers/${vehicle.id}/${id}`,
  examples: [
    { says: '一天里偶有几个跳点', given: { name: '苏B80001', day: '2026-11-23', jumps: 3, positions: 2400 }, breach: false },
    { says: '天线松动，位置到处跳', given: { name: '苏B80002', day: '2026-11-23', jumps: 61, positions: 2400 }, breach: true },
  ],
})
