// Tiles under the map 底图瓦片: laid where the bureau has set them up; when their server does not answer, what is drawn by ourselves stands again.
import TileLayer from 'ol/layer/Tile.js'
import XYZ from 'ol/source/XYZ.js'
import type ImageTile from 'ol/ImageTile.js'
import type Tile from 'ol/Tile.js'
import { shiftedMercator } from './gcj02.ts'
import type { GroundedMap } from './map-ground.ts'
import type { MapGround } from './map-wire.ts'

/** So many tiles in a row that do not come are a server that is away, a key it does not know, or one that is used up. */
const enough = 4
/** One that says nothing at all is not waited for longer: a firewall lets a browser wait for minutes. */
const patienceMs = 15_000

/** @param failed the tiles have been taken away again. @returns takes them away. */
export function layBase({ map, ground }: GroundedMap, base: MapGround['base'], failed: () => void): () => void {
  if (!base) return () => undefined
  let [came, missed] = [0, 0]
  let timer: ReturnType<typeof setTimeout> | undefined
  const layers = base.tiles.map((url, nth) => {
    const source = new XYZ({ url, maxZoom: base.closest, tileLoadFunction: fetchPicture, ...(base.coordinates === 'gcj02' && { projection: shiftedMercator() }) })
    // what lies over the lowest, as names do, may be missing where there are none
    if (nth === 0) {
      source.on('tileloadstart', () => {
        if (came === 0) timer ??= setTimeout(takeAway, patienceMs)
      })
      source.on('tileloadend', () => {
        clearTimeout(timer)
        came += 1
        missed = 0
        ground.setVisible(false)
      })
      source.on('tileloaderror', () => {
        missed += 1
        if (missed === enough) takeAway()
      })
    }
    return new TileLayer({ source, zIndex: nth - 10, className: 'hq-map-tiles' })
  })
  function clear(): void {
    clearTimeout(timer)
    for (const layer of layers) map.removeLayer(layer)
    ground.setVisible(true)
  }
  function takeAway(): void {
    clear()
    failed()
  }
  for (const layer of layers) map.addLayer(layer)
  return clear
}

/** The house's pages tell nobody where one comes from; a map's server is told the console's address alone, since a key may be bound to it 域名白名单. */
function fetchPicture(tile: Tile, address: string): void {
  const picture = (tile as ImageTile).getImage() // an XYZ source has tiles of pictures
  if (!(picture instanceof HTMLImageElement)) return
  picture.referrerPolicy = 'strict-origin'
  picture.src = address
}
