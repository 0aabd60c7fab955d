// What is told to the city 报送市平台的内容: sites, buildings, organs and rooms with their figures; nobody by name, no part where secrets are kept.
import type { ChoiceField } from '@houqin/define'
import { organ } from '@houqin/people'
import { building, room, site } from '@houqin/places'

export const cityKinds = Object.freeze({ site: '场所', building: '楼栋', organ: '单位', room: '房间' } as const)
export type CityKind = keyof typeof cityKinds

interface Item {
  readonly kind: CityKind
  readonly title: string
  readonly unit?: string
  /** Whose options the city has codes of its own for. */
  readonly field?: ChoiceField
}
const item = (kind: CityKind, title: string, more: Omit<Item, 'kind' | 'title'> = {}): Item => Object.freeze({ kind, title, ...more })
const area = { unit: '㎡' } as const

export const cityItems = Object.freeze({
  siteName: item('site', '名称'),
  siteKind: item('site', '类型', { field: site.fields.kind }),
  siteAddress: item('site', '地址'),
  siteTenure: item('site', '权属', { field: site.fields.tenure }),
  siteBuiltArea: item('site', '证载建筑面积', area),
  siteUsableArea: item('site', '使用面积', area),
  siteRooms: item('site', '房间数', { unit: '间' }),
  siteOrgans: item('site', '使用单位数', { unit: '个' }),
  sitePeople: item('site', '办公人数', { unit: '人' }),
  buildingName: item('building', '名称'),
  buildingSite: item('building', '所在场所'),
  buildingHeight: item('building', '层数类别', { field: building.fields.height }),
  buildingFloors: item('building', '地上层数', { unit: '层' }),
  buildingBuiltArea: item('building', '建筑面积', area),
  organName: item('organ', '名称'),
  organCategory: item('organ', '类别', { field: organ.fields.category }),
  organLevel: item('organ', '级别', { field: organ.fields.level }),
  organEstablishment: item('organ', '编制数', { unit: '名' }),
  organPeople: item('organ', '办公人数', { unit: '人' }),
  organRooms: item('organ', '房间数', { unit: '间' }),
  organOffice: item('organ', '办公室面积', area),
  organService: item('organ', '服务用房面积', area),
  organEquipment: item('organ', '设备用房面积', area),
  organBeside: item('organ', '附属和技术业务用房面积', area),
  roomSite: item('room', '所在场所'),
  roomBuilding: item('room', '所在楼栋'),
  roomFloor: item('room', '所在楼层'),
  roomNumber: item('room', '房号'),
  roomUse: item('room', '用房类别', { field: room.fields.use }),
  roomArea: item('room', '使用面积', area),
  roomOrgans: item('room', '使用单位'),
  roomPeople: item('room', '办公人数', { unit: '人' }),
} as const satisfies Readonly<Record<string, Item>>)
export type CityItem = keyof typeof cityItems

/** Values of a row by item: decimals and numbers as they are written, options by our key. */
export type CityValues = Readonly<Partial<Record<CityItem, string>>>
export const itemsOf = (kind: CityKind): readonly CityItem[] => (Object.keys(cityItems) as CityItem[]).filter((key) => cityItems[key].kind === kind)
export const fieldOf = (key: CityItem): ChoiceField | undefined => cityItems[key].field
export const optionsOf = (key: CityItem): Readonly<Record<string, string>> | undefined => fieldOf(key)?.options
export const unitOf = (key: CityItem): string | undefined => cityItems[key].unit

/** What became of a row since it was last sent. */
export const cityChanges = Object.freeze({ added: '新增', changed: '变更', gone: '撤销', same: '未变' } as const)
export type CityChange = keyof typeof cityChanges

/** The code of an item, or of one of its options, with the city. */
export interface CityCode {
  readonly item: CityItem
  /** An option of ours; `*` for the item itself. */
  readonly value: string
  readonly code: string
  readonly name: string
  readonly unit: string | null
}
/** Items and options that nobody has said the city's code of, in words. */
export function uncoded(codes: readonly CityCode[]): readonly string[] {
  const known = new Set(codes.map(({ item: key, value }) => `${key} ${value}`))
  return (Object.keys(cityItems) as CityItem[]).flatMap((key) => {
    const { kind, title } = cityItems[key]
    const missing = Object.entries(optionsOf(key) ?? {}).filter(([option]) => !known.has(`${key} ${option}`)).map(([, label]) => `${cityKinds[kind]}·${title}·${label}`)
    return known.has(`${key} *`) ? missing : [`${cityKinds[kind]}·${title}`, ...missing]
  })
}
