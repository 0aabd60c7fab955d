// Marks that move 移动目标: each glides from where it is shown to where it is, for as long as its reports are apart; those that stand are clustered.
import Feature from 'ol/Feature.js'
import type Map from 'ol/Map.js'
import { boundingExtent } from 'ol/extent.js'
import { Point } from 'ol/geom.js'
import VectorLayer from 'ol/layer/Vector.js'
import { fromLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import { clustersOf } from './clusters.ts'
import { clusterLook, markLook } from './map-looks.ts'
import type { MapMark } from './map-wire.ts'

type Spot = readonly [x: number, y: number]
interface Gliding {
  mark: MapMark
  readonly feature: Feature<Point>
  from: Spot
  to: Spot
  began: number
  takes: number
  heardAt: number
}
export interface MovingMarks {
  readonly layer: VectorLayer
  set(marks: readonly MapMark[]): void
  look(options: { readonly picked: string; readonly isDark: boolean; readonly follow: boolean }): void
  /** Where it is shown, in the map's own metres. */
  spotOf(id: string): Spot | undefined
  /** What was pressed: a mark, or a cluster that is flown into. */
  press(pixel: number[]): string | undefined
  end(): void
}

const thumb = 38
/** Metres a pixel below which everything stands for itself, and below which words are written. */
const single = 1.3
const named = 5
const [leastMs, mostMs, frameMs] = [800, 12_000, 33]
const closest = 0.7

export function movingMarks(map: Map): MovingMarks {
  const source = new VectorSource<Feature<Point>>()
  const layer = new VectorLayer({ source, updateWhileAnimating: true, updateWhileInteracting: true, zIndex: 10 })
  const gliding = new globalThis.Map<string, Gliding>()
  let [picked, isDark, follow] = ['', false, false]
  let [frame, drawnAt] = [0, 0]
  const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
  const resolution = (): number => map.getView().getResolution() ?? 1

  function spot({ from, to, began, takes }: Gliding, now: number): Spot {
    const share = takes === 0 ? 1 : Math.min(1, (now - began) / takes)
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  }

  function step(): void {
    const now = performance.now()
    frame = 0
    let moving = false
    if (now - drawnAt >= frameMs) {
      drawnAt = now
      for (const one of gliding.values()) {
        if (one.takes === 0) continue
        one.feature.getGeometry()?.setCoordinates([...spot(one, now)])
        if (now - one.began >= one.takes) one.takes = 0
        else moving = true
      }
      centre()
    } else moving = true
    if (moving) frame = requestAnimationFrame(step)
  }
  function centre(): void {
    const shown = follow ? gliding.get(picked) : undefined
    if (shown) map.getView().setCenter([...spot(shown, performance.now())])
  }

  /** Those that stand close together, as far as one looks from here. */
  function cluster(): void {
    const near = resolution() < single
    const standing = near ? [] : [...gliding.values()].filter(({ mark }) => !mark.moving && mark.id !== picked)
    const together = clustersOf(standing.map(({ mark, to: [x, y] }) => ({ id: mark.id, x, y })), thumb * resolution()).filter(({ ids }) => ids.length > 1)
    const hidden = new Set(together.flatMap(({ ids }) => ids))
    source.clear(true)
    source.addFeatures([
      ...[...gliding.values()].filter(({ mark }) => !hidden.has(mark.id)).map(({ feature }) => feature),
      ...together.map(({ ids }) => {
        const spots = ids.flatMap((id) => gliding.get(id)?.to ?? [])
        const xs = spots.filter((_, place) => place % 2 === 0)
        const ys = spots.filter((_, place) => place % 2 === 1)
        const middle = [xs.reduce((a, b) => a + b, 0) / xs.length, ys.reduce((a, b) => a + b, 0) / ys.length]
        return new Feature({ geometry: new Point(middle), ids, alarm: ids.some((id) => gliding.get(id)?.mark.tone === 'alarm') })
      }),
    ])
  }
  layer.setStyle((feature, at) => {
    const ids = feature.get('ids') as readonly string[] | undefined
    if (ids) return clusterLook({ count: ids.length, alarm: feature.get('alarm') === true, isDark })
    const one = gliding.get(String(feature.getId()))
    return one ? markLook({ ...one.mark, picked: one.mark.id === picked, near: at < named, isDark }) : []
  })
  map.getView().on('change:resolution', cluster)

  return {
    layer,
    set(marks) {
      const now = performance.now()
      const here = new Set(marks.map(({ id }) => id))
      for (const id of gliding.keys()) if (!here.has(id)) gliding.delete(id)
      for (const mark of marks) {
        const [x = 0, y = 0] = fromLonLat([...mark.place])
        const known = gliding.get(mark.id)
        if (!known) {
          const feature = new Feature({ geometry: new Point([x, y]) })
          feature.setId(mark.id)
          gliding.set(mark.id, { mark, feature, from: [x, y], to: [x, y], began: now, takes: 0, heardAt: now })
          continue
        }
        known.mark = mark
        if (known.to[0] === x && known.to[1] === y) continue
        known.from = spot(known, now)
        known.to = [x, y]
        known.began = now
        known.takes = still || mark.jumps ? 1 : Math.min(mostMs, Math.max(leastMs, now - known.heardAt))
        known.heardAt = now
      }
      cluster()
      if (frame === 0) frame = requestAnimationFrame(step)
    },
    look(options) {
      ({ picked, isDark, follow } = options)
      cluster()
      centre()
    },
    spotOf: (id) => {
      const one = gliding.get(id)
      return one && spot(one, performance.now())
    },
    press(pixel) {
      const [hit] = map.getFeaturesAtPixel(pixel, { hitTolerance: 8, layerFilter: (one) => one === layer })
      if (!hit) return undefined
      const ids = hit.get('ids') as readonly string[] | undefined
      if (!ids) return String(hit.getId())
      const extent = boundingExtent(ids.flatMap((id) => (gliding.get(id) ? [[...(gliding.get(id) as Gliding).to]] : [])))
      map.getView().fit(extent, { padding: [80, 80, 80, 80], minResolution: closest, duration: still ? 0 : 350 })
      return undefined
    },
    end() {
      cancelAnimationFrame(frame)
    },
  }
}
