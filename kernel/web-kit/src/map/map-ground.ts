// The ground under every map 底图: one view of the district, drawn without a network, light or dark.
import Map from 'ol/Map.js'
import View from 'ol/View.js'
import { isEmpty } from 'ol/extent.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import VectorLayer from 'ol/layer/Vector.js'
import { fromLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import { groundColours, groundLook } from './map-looks.ts'
import type { MapGround } from './map-wire.ts'

const [closest, farthest] = [0.4, 60]
const aside = 24

export interface GroundedMap {
  readonly map: Map
  readonly ground: VectorLayer
  readonly groundSource: VectorSource
}

export function openMap(target: HTMLDivElement): GroundedMap {
  target.tabIndex = 0
  const groundSource = new VectorSource()
  const ground = new VectorLayer({ source: groundSource, declutter: true, updateWhileInteracting: false, zIndex: 0 })
  const map = new Map({ target, layers: [ground], view: new View({ center: fromLonLat([120.31, 31.49]), resolution: 9, minResolution: closest, maxResolution: farthest, enableRotation: false }) })
  return { map, ground, groundSource }
}

/** @param still the view stays where it is; else it goes where the sites are, which is what people come for. */
export function layGround({ map, groundSource }: GroundedMap, ground: MapGround, still: boolean): void {
  const read = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' })
  groundSource.clear(true)
  groundSource.addFeatures(read.readFeatures(ground))
  const sites = new VectorSource({ features: groundSource.getFeatures().filter((feature) => feature.get('kind') === 'site') })
  const extent = sites.getFeatures().length > 0 ? sites.getExtent() : undefined
  if (extent && !isEmpty(extent) && !still) map.getView().fit(extent, { padding: [aside, aside, aside, aside], size: map.getSize() ?? [800, 600] })
}
export function lookGround({ ground }: GroundedMap, isDark: boolean): void {
  ground.setStyle(groundLook(isDark))
  ground.setBackground(groundColours[isDark ? 'dark' : 'light'].land)
}
