// A map's server on the loopback 地图服务: the wire of Tianditu's WMTS as its console describes it, or plain numbered tiles; each tile is drawn with a disc round one place.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@houqin/clock'
import { localCertificate } from '@houqin/tls'
import { PNG } from 'pngjs'

export const tiandituHost = 't0.tianditu.gov.cn'
/** Round the place the disc is drawn in this colour; the land is light. */
export const discColour = [255, 0, 255] as const
const land = [235, 240, 245] as const
export const discMetres = 150
const around = 2 * Math.PI * 6_378_137
const tileSize = 256

export interface Degrees { readonly longitude: number; readonly latitude: number }
interface Tile { readonly level: number; readonly row: number; readonly column: number }
export interface MapServer {
  readonly port: number
  /** What was asked for and fetched, and what was asked for and refused. */
  readonly given: readonly URL[]
  readonly refused: readonly URL[]
  close(): Promise<void>
}

/** Web Mercator, whichever ellipsoid the degrees are of: metres from the upper left corner of the world. */
function mercator({ longitude, latitude }: Degrees): readonly [x: number, y: number] {
  const sine = Math.sin(latitude * Math.PI / 180)
  return [(longitude / 360 + 0.5) * around, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * around]
}
/** @param names the layer that lies over the other: nothing but the disc's rim. */
function picture({ level, row, column }: Tile, place: Degrees, names: boolean): Buffer {
  const [x, y] = mercator(place)
  const metres = around / 2 ** level / tileSize
  const reach = discMetres / Math.cos(place.latitude * Math.PI / 180)
  const png = new PNG({ width: tileSize, height: tileSize })
  for (let down = 0; down < tileSize; down += 1)
    for (let right = 0; right < tileSize; right += 1) {
      const away = Math.hypot((column * tileSize + right + 0.5) * metres - x, (row * tileSize + down + 0.5) * metres - y)
      const [red, green, blue] = away <= reach ? discColour : land
      png.data.set([red, green, blue, names && away > reach ? 0 : 255], (down * tileSize + right) * 4)
    }
  return PNG.sync.write(png)
}

type Answer = { readonly png: Buffer } | { readonly status: number; readonly type: string; readonly body: string }
async function serve(server: Server, answer: (asked: URL, request: IncomingMessage) => Answer): Promise<MapServer> {
  const [given, refused]: [URL[], URL[]] = [[], []]
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const asked = new URL(request.url ?? '', `https://${tiandituHost}`)
    const told = answer(asked, request)
    if ('png' in told) {
      given.push(asked)
      response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'no-store' }).end(told.png)
      return
    }
    refused.push(asked)
    response.writeHead(told.status, { 'content-type': told.type }).end(told.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.freeze({
    port: (server.address() as AddressInfo).port, given, refused,
    async close() {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}

const exception = (code: string, locator: string): Answer => ({
  status: 400, type: 'text/xml', body: `<?xml version="1.0" encoding="UTF-8"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="1.1.0"><ows:Exception exceptionCode="${code}" locator="${locator}"/></ows:ExceptionReport>`,
})
const unknownKey: Answer = { status: 403, type: 'application/json', body: '{"code":301012,"msg":"权限类型错误","resolve":"Key权限类型为：浏览器端，请使用浏览器访问!"}' }
const always = { SERVICE: 'WMTS', REQUEST: 'GetTile', VERSION: '1.0.0', STYLE: 'default', TILEMATRIXSET: 'w', FORMAT: 'tiles' }

/**
 * Tianditu: HTTPS, the layers vec and cva in Web Mercator of CGCS2000, a key of the kind 浏览器端 that is bound to one page's origin.
 * @param key asked for each request: a key can be used up while a page is open.
 */
export async function tianditu({ place, key, origin }: { place: Degrees; key: () => string; origin: () => string }): Promise<MapServer> {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-map-'))
  const pair = (await localCertificate({ folder, names: () => [tiandituHost], clock: systemClock })).pair()
  const made = await serve(createSecureServer(pair), (asked, { headers }) => {
    const layer = /^\/(vec|cva)_w\/wmts$/.exec(asked.pathname)?.[1]
    const said = new Map([...asked.searchParams].map(([name, value]) => [name.toUpperCase(), value]))
    if (layer === undefined) return { status: 404, type: 'text/html', body: '<html>404</html>' }
    if (said.get('TK') !== key() || headers.referer !== `${origin()}/`) return unknownKey
    for (const [name, value] of Object.entries({ ...always, LAYER: layer })) if (said.get(name) !== value) return exception('InvalidParameterValue', name)
    const [level, row, column] = ['TILEMATRIX', 'TILEROW', 'TILECOL'].map((name) => Number(said.get(name) ?? NaN)) as [number, number, number]
    if (!(level >= 1 && level <= 18 && row >= 0 && row < 2 ** level && column >= 0 && column < 2 ** level)) return exception('TileOutOfRange', 'TILEROW')
    return { png: picture({ level, row, column }, place, layer === 'cva') }
  })
  return Object.freeze({
    ...made,
    async close() {
      await made.close()
      rmSync(folder, { recursive: true, force: true })
    },
  })
}
/** Tiles of a bureau's own: `/z/x/y.png`, no more headers than a folder of files has. @param closest there are none from nearer by. */
export async function ownTiles({ place, closest }: { place: Degrees; closest: number }): Promise<MapServer> {
  return serve(createServer(), ({ pathname }) => {
    const [, level = '', column = '', row = ''] = /^\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(pathname) ?? []
    if (level === '' || Number(level) > closest) return { status: 404, type: 'text/html', body: '<html>404</html>' }
    return { png: picture({ level: Number(level), row: Number(row), column: Number(column) }, place, false) }
  })
}
