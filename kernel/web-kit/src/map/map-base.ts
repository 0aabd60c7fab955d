// Tiles under the map 底图瓦片: laid where the bureau has set them up; when their server does not answer, what is drawn by ourselves stands again.
import TileLayer from 'ol/layer/Tile.js'
import XYZ from 'ol/source/XYZ.js'
import { shiftedMercator } from './gcj02.ts'
import type { GroundedMap } from './map-ground.ts'
import type { MapGround } from './map-wire.ts'

/** So many tiles that do not come, and none that did, are a server that is away. */
const enough = 4

/** @param failed the tiles have been taken away again. */
export function layBase({ map, ground }: GroundedMap, base: MapGround['base'], failed: () => void): void {
  if (!base) return
  let [came, missed] = [0, 0]
  const layers = base.tiles.map((url, nth) => {
    const source = new XYZ({ url, maxZoom: 18, attributions: base.by, ...(base.coordinates === 'gcj02' && { projection: shiftedMercator(), crossOrigin: 'anonymous' }) })
    source.on('tileloadend', () => {
      came += 1
      ground.setVisible(false)
    })
    source.on('tileloaderror', () => {
      missed += 1
      if (came > 0 || missed !== enough) return
      for (const layer of layers) map.removeLayer(layer)
      ground.setVisible(true)
      failed()
    })
    return new TileLayer({ source, zIndex: nth - 10 })
  })
  for (const layer of layers) map.addLayer(layer)
}
