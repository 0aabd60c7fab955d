// The base map of a bureau 底图配置: Tianditu by its key, tiles of one's own, or nothing, and then the map drawn by ourselves.
import { fault } from '@houqin/fault'

export interface BaseMap {
  /** Layers from below, each an address with {z}, {x} and {y}; `{0-7}` and `{a-c}` stand for hosts in turn. */
  readonly tiles: readonly string[]
  /** What the tiles are drawn in; positions stay WGS-84 and are not shifted. Tianditu's CGCS2000 differs from WGS-84 by centimetres and is laid as it is. */
  readonly coordinates: 'wgs84' | 'gcj02'
  /** From nearer by, tiles of this level are shown larger. */
  readonly closest: number
  /** Whose map it is and under which number it was approved 审图号, to be written on it. */
  readonly by: string
}
type Given = Readonly<Record<string, string | undefined>>
const usualClosest = 18

/** HOUQIN_TIANDITU_KEY, or HOUQIN_MAP_TILES with HOUQIN_MAP_COORDINATES and HOUQIN_MAP_ZOOM; HOUQIN_MAP_BY with either. @throws Fault `map.setting` that names the variable that cannot be meant. */
export function baseMapOf(given: Given): BaseMap | null {
  const [key, own, coordinates, zoom, by] = ['HOUQIN_TIANDITU_KEY', 'HOUQIN_MAP_TILES', 'HOUQIN_MAP_COORDINATES', 'HOUQIN_MAP_ZOOM', 'HOUQIN_MAP_BY'].map((name) => (given[name] ?? '').trim()) as [string, string, string, string, string]
  if (own === '' && coordinates + zoom !== '') throw wrong('HOUQIN_MAP_COORDINATES 和 HOUQIN_MAP_ZOOM 只与 HOUQIN_MAP_TILES 一起用。', 'HOUQIN_MAP_COORDINATES and HOUQIN_MAP_ZOOM go with HOUQIN_MAP_TILES alone.')
  if (own !== '') return ownTiles({ tiles: own.split(/\s+/), coordinates, zoom, by })
  if (key === '') return null
  // a key copied with a sign too many is answered 418, which tells nobody why
  if (!/^[0-9a-z]{8,64}$/i.test(key)) throw wrong('HOUQIN_TIANDITU_KEY 应是天地图控制台给出的密钥，只有字母和数字。', 'HOUQIN_TIANDITU_KEY is the key as Tianditu’s console shows it: letters and digits alone.')
  const layer = (name: string): string =>
    `https://t0.tianditu.gov.cn/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`
  return { tiles: [layer('vec'), layer('cva')], coordinates: 'wgs84', closest: usualClosest, by: by || '天地图' }
}
function ownTiles({ tiles, coordinates, zoom, by }: { tiles: readonly string[]; coordinates: string; zoom: string; by: string }): BaseMap {
  if (!tiles.every(isTiles)) throw wrong('HOUQIN_MAP_TILES 应是 http（s） 地址并含 {z}、{x}、{y}；多层自下而上用空格分开。', 'HOUQIN_MAP_TILES is an http(s) address with {z}, {x} and {y}; several layers stand from below, a space between them.')
  if (coordinates !== '' && coordinates !== 'wgs84' && coordinates !== 'gcj02') throw wrong('HOUQIN_MAP_COORDINATES 只能是 wgs84 或 gcj02。', 'HOUQIN_MAP_COORDINATES is wgs84 or gcj02.')
  if (zoom !== '' && !(/^\d{1,2}$/.test(zoom) && Number(zoom) >= 1 && Number(zoom) <= 22)) throw wrong('HOUQIN_MAP_ZOOM 是瓦片最大的级别，1 到 22。', 'HOUQIN_MAP_ZOOM is the closest level there are tiles of, 1 to 22.')
  return { tiles, coordinates: coordinates || 'wgs84', closest: Number(zoom || usualClosest), by }
}
const wrong = (zh: string, en: string): Error => fault({ code: 'map.setting', zh, en })

/** What a browser may fetch pictures from for it: exactly these. */
export function hostsOf(map: BaseMap | null): readonly string[] {
  return [...new Set((map?.tiles ?? []).flatMap(everyHost).map((address) => new URL(address).origin))]
}
/** `t{0-2}` is t0, t1 and t2, letters likewise. */
function everyHost(address: string): readonly string[] {
  const range = /\{([a-z]|\d{1,2})-([a-z]|\d{1,2})\}/.exec(address)
  if (!range) return [address]
  const [text, first = '', last = ''] = range
  const code = (one: string): number => (/\d/.test(one) ? Number(one) : one.codePointAt(0) ?? 0)
  const named = (at: number): string => (/\d/.test(first) ? String(at) : String.fromCodePoint(at))
  return Array.from({ length: Math.max(0, code(last) - code(first) + 1) }, (_, nth) => address.replace(text, named(code(first) + nth)))
}
function isTiles(address: string): boolean {
  const hosts = everyHost(address)
  return hosts.length > 0 && hosts.every((one) => URL.canParse(one) && /^https?:$/.test(new URL(one).protocol)) && ['{z}', '{x}'].every((part) => address.includes(part)) && /\{-?y\}/.test(address)
}
