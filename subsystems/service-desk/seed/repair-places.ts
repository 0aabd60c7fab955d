// Where a reported fault is 报修地点: a text about a toilet goes to a toilet, one about a tree outdoors.
import type { Dice } from '@houqin/people/seed'
import type { DistrictPlaces, SeedArea, SeedRoom } from '@houqin/places/seed'
import type { RoomPurpose } from '@houqin/places'
import type { CategoryKey } from './category-list.ts'

const byWord: readonly (readonly [RegExp, readonly RoomPurpose[]])[] = [
  [/马桶|小便|女厕|男卫|卫生间|厕所|厕纸|冲水|隔间|隔断/, ['toilet']],
  [/会议室|投影|麦克风|视频会议|白板|会议桌/, ['meeting']],
  [/走廊|消防通道|瓷砖空鼓|风机盘管/, ['corridor', 'lobby']],
  [/楼梯|踏步/, ['stairs']],
  [/电梯|轿厢|货梯/, ['lift', 'lobby', 'hall']],
  [/大厅|窗口|叫号|取号|等候|自动门|触摸查询/, ['hall', 'window', 'lobby']],
  [/开水|茶水间|饮水机/, ['pantry']],
  [/档案|卷宗/, ['archive', 'stacks']],
  [/机房|UPS|主机/, ['serverRoom', 'airPlant']],
  [/配电|电表/, ['powerRoom']],
  [/淋浴/, ['dormitory', 'toilet']],
  [/车库|地下室/, ['garage', 'pumpRoom']],
  [/食堂|厨房|售饭|保温台/, ['canteen', 'kitchen']],
  [/值班/, ['duty', 'guard']],
  [/拖把池|地漏|洗手|水龙头|龙头/, ['toilet', 'pantry']],
]
const byCategory: Readonly<Partial<Record<CategoryKey, readonly RoomPurpose[]>>> = {
  kitchen: ['kitchen', 'canteen'],
  lift: ['lift', 'lobby', 'hall'],
  wall: ['office', 'corridor', 'storage', 'meeting'],
  fire: ['corridor', 'stairs', 'office', 'hall'],
  clean: ['corridor', 'meeting', 'toilet', 'lobby'],
}
const outdoors = /停车|井盖|道闸|草坪|花坛|绿地|围栏|充电桩|岗亭|旗杆|伸缩门|室外|车棚|树|门口|屋面|外墙|外机|落水管/

export interface Spot {
  readonly room: SeedRoom | null
  readonly area: SeedArea | null
}
/** By site, so that nine thousand rooms are not searched nine hundred times. */
export function spotsOf(places: DistrictPlaces): (site: string, fault: { category: CategoryKey; what: string }, roll: Dice) => Spot {
  // nobody but its keepers is let into a restricted part, so nobody else reports what is broken there
  const rooms = Map.groupBy(places.rooms.filter(({ grade }) => grade === null), (room) => room.site)
  const areas = Map.groupBy(places.areas, (area) => area.site)
  return (site, { category, what }, roll) => {
    const here = areas.get(site) ?? []
    if (category === 'green' || (outdoors.test(what) && (category === 'wall' || category === 'power' || category === 'lift'))) {
      const kind = /停车|车位|道闸|充电|车棚/.test(what) ? 'parking' : /屋面|落水管|顶楼/.test(what) ? 'roof' : /树|草坪|绿地|花坛/.test(what) ? 'green' : /门|岗亭|台阶/.test(what) ? 'gate' : 'yard'
      return { room: null, area: here.find((area) => area.kind === kind) ?? here[0] ?? null }
    }
    const wanted = byWord.find(([word]) => word.test(what))?.[1] ?? byCategory[category] ?? ['office', 'leaderOffice', 'window']
    const own = rooms.get(site) ?? []
    const fitting = own.filter((room) => wanted.includes(room.purpose))
    return { room: roll.pick(fitting.length > 0 ? fitting : own), area: null }
  }
}
