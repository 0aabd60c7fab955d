// The base map of a bureau 底图配置: Tianditu by its key, tiles of one's own, or nothing, and then the map drawn by ourselves.
import { fault } from '@houqin/fault'

export interface BaseMap {
  /** Layers from below, each an address with {z}, {x} and {y}. */
  readonly tiles: readonly string[]
  /** What the tiles are drawn in; positions stay WGS-84 and are not shifted. */
  readonly coordinates: 'wgs84' | 'gcj02'
  /** Whose map it is, to be written on it. */
  readonly by: string
}
type Given = Readonly<Record<string, string | undefined>>

/** HOUQIN_TIANDITU_KEY, or HOUQIN_MAP_TILES with HOUQIN_MAP_COORDINATES and HOUQIN_MAP_BY. @throws Fault `map.tiles` for what is no address of tiles. */
export function baseMapOf(given: Given): BaseMap | null {
  const { HOUQIN_TIANDITU_KEY: key = '', HOUQIN_MAP_TILES: own = '', HOUQIN_MAP_COORDINATES: coordinates = 'wgs84', HOUQIN_MAP_BY: by = '' } = given
  if (own !== '') {
    if (!isTiles(own) || (coordinates !== 'wgs84' && coordinates !== 'gcj02')) throw fault({
      code: 'map.tiles',
      zh: 'HOUQIN_MAP_TILES 应是 http(s) 地址并含 {z}、{x}、{y};HOUQIN_MAP_COORDINATES 只能是 wgs84 或 gcj02。',
      en: 'HOUQIN_MAP_TILES is an http(s) address with {z}, {x} and {y}; HOUQIN_MAP_COORDINATES is wgs84 or gcj02.',
    })
    return { tiles: [own], coordinates, by }
  }
  if (key === '') return null
  const layer = (name: string): string =>
    `https://t0.tianditu.gov.cn/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`
  return { tiles: [layer('vec'), layer('cva')], coordinates: 'wgs84', by: '天地图' }
}
/** What a browser may fetch pictures from for it: exactly these. */
export function hostsOf(map: BaseMap | null): readonly string[] {
  return [...new Set((map?.tiles ?? []).map((address) => new URL(address).origin))]
}
function isTiles(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) && ['{z}', '{x}', '{y}'].every((part) => address.includes(part))
}
