// Marks that move 移动目标: each glides from where it is shown to where it is, for as long as its reports are apart; those that stand are clustered. On a canvas of their own: the ground under them is not drawn again.
import type Map from 'ol/Map.js'
import { boundingExtent } from 'ol/extent.js'
import Layer from 'ol/layer/Layer.js'
import { fromLonLat } from 'ol/proj.js'
import { apply } from 'ol/transform.js'
import type { Transform } from 'ol/transform.js'
import { clustersOf } from './clusters.ts'
import { markSprites, wordsBelow } from './mark-sprites.ts'
import type { MapMark } from './map-wire.ts'

type Spot = readonly [x: number, y: number]
interface Gliding {
  mark: MapMark
  from: Spot
  to: Spot
  began: number
  takes: number
  heardAt: number
}
interface Cluster {
  readonly at: Spot
  readonly ids: readonly string[]
  readonly alarm: boolean
}
export interface MovingMarks {
  readonly layer: Layer
  set(marks: readonly MapMark[]): void
  look(options: { readonly picked: string; readonly isDark: boolean; readonly follow: boolean }): void
  /** Where it is shown, in the map's own metres. */
  spotOf(id: string): Spot | undefined
  /** What was pressed: a mark, or a cluster that is flown into; empty for neither. */
  press(pixel: readonly number[]): string | undefined
  end(): void
}

const thumb = 38
/** Metres a pixel below which everything stands for itself, and below which words are written. */
const single = 1.3
const named = 5
const [leastMs, mostMs] = [800, 12_000]
/** Drawn again when the fastest in sight has gone half a pixel: more often nobody sees. */
const seenPixels = 0.5
const [frameMs, restMs] = [16, 500]
const closest = 0.7
/** Pixels: what stands further outside is not drawn; how far from a mark's edge it is still pressed. */
const [outside, finger] = [60, 8]
/** Pixels from a cluster's middle to that of a mark that may cover its number. */
const covering = 26

export function movingMarks(map: Map): MovingMarks {
  const canvas = document.createElement('canvas')
  canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none'
  const to = canvas.getContext('2d')
  const gliding = new globalThis.Map<string, Gliding>()
  let [picked, isDark, follow] = ['', false, false]
  let [frame, timer] = [0, undefined as ReturnType<typeof setTimeout> | undefined]
  let sprites = markSprites({ isDark, ratio: 1 })
  let [ratio, clusteredAt] = [1, 0]
  let placing: Transform | undefined
  let clusters: readonly Cluster[] = []
  /** In the order they are laid: those that stand, those that drive, the one that is looked at. */
  let order: readonly Gliding[] = []
  const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
  const resolution = (): number => map.getView().getResolution() ?? 1

  function spot({ from, to: goal, began, takes }: Gliding, now: number): Spot {
    const share = takes === 0 ? 1 : Math.min(1, (now - began) / takes)
    return [from[0] + (goal[0] - from[0]) * share, from[1] + (goal[1] - from[1]) * share]
  }
  const layer = new Layer({
    zIndex: 10,
    render: ({ coordinateToPixelTransform, pixelRatio, size: [width = 0, height = 0] }) => {
      placing = [...coordinateToPixelTransform]
      if (pixelRatio !== ratio) sprites = markSprites({ isDark, ratio: (ratio = pixelRatio) })
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)]
      if (clusteredAt !== resolution()) cluster()
      paint()
      return canvas
    },
  })

  /** Lays every mark in sight, and comes again when one of them has moved far enough. */
  function paint(): void {
    clearTimeout(timer)
    timer = undefined
    if (!to || !placing) return
    const now = performance.now()
    const near = resolution() < named
    to.clearRect(0, 0, canvas.width, canvas.height)
    const lay = (picture: HTMLCanvasElement, [x = 0, y = 0]: readonly number[]): void => to.drawImage(picture, x * ratio - picture.width / 2, y * ratio - picture.height / 2)
    const [right, below] = [canvas.width / ratio + outside, canvas.height / ratio + outside]
    const written: (readonly [string, number, number])[] = []
    let fastest = 0
    const lain = order.map((one) => [one, apply(placing ?? [], [...spot(one, now)])] as const).filter(([, [x = 0, y = 0]]) => x > -outside && y > -outside && x < right && y < below)
    if (near) for (const [{ mark }, [x = 0, y = 0]] of lain) if (mark.id !== picked) written.push([mark.words, x, y + wordsBelow])
    for (const [words, x, y] of written) lay(sprites.words(words, false), [x, y])
    const counted = clusters.map(({ at, ids, alarm }) => ({ count: ids.length, alarm, at: apply(placing ?? [], [...at]) }))
    for (const { count, alarm, at } of counted) lay(sprites.cluster({ count, alarm }), at)
    for (const [one, at] of lain) {
      const { mark, from, to: goal, began, takes } = one
      lay(sprites.mark({ ...mark, picked: mark.id === picked }), at)
      if (mark.id === picked) lay(sprites.words(mark.words, true), [at[0] ?? 0, (at[1] ?? 0) + wordsBelow])
      if (takes > 0 && now - began < takes) fastest = Math.max(fastest, Math.hypot(goal[0] - from[0], goal[1] - from[1]) / takes)
    }
    for (const { count, at } of counted) if (lain.some(([, [x = 0, y = 0]]) => Math.hypot(x - (at[0] ?? 0), y - (at[1] ?? 0)) < covering)) lay(sprites.count(count), at)
    const pixelsAMs = fastest * ratio / resolution()
    if (pixelsAMs > 0) timer = setTimeout(ask, Math.min(restMs, Math.max(frameMs, seenPixels / pixelsAMs)))
  }
  function ask(): void {
    if (frame === 0) frame = requestAnimationFrame(step)
  }
  function step(): void {
    frame = 0
    const shown = follow ? gliding.get(picked) : undefined
    const before = map.getView().getCenter()
    const at = shown && spot(shown, performance.now())
    // the map that goes along is drawn whole, the marks with it
    if (at && Math.hypot(at[0] - (before?.[0] ?? 0), at[1] - (before?.[1] ?? 0)) > resolution() * seenPixels / 2) map.getView().setCenter([...at])
    else paint()
  }

  /** Those that stand close together, as far as one looks from here. */
  function cluster(): void {
    clusteredAt = resolution()
    const all = [...gliding.values()]
    const standing = clusteredAt < single ? [] : all.filter(({ mark }) => !mark.moving && mark.id !== picked)
    const together = clustersOf(standing.map(({ mark, to: [x, y] }) => ({ id: mark.id, x, y })), thumb * clusteredAt).filter(({ ids }) => ids.length > 1)
    const hidden = new Set(together.flatMap(({ ids }) => ids))
    const rank = ({ id, moving }: MapMark): number => (id === picked ? 2 : moving ? 1 : 0)
    order = all.filter(({ mark }) => !hidden.has(mark.id)).toSorted((a, b) => rank(a.mark) - rank(b.mark))
    clusters = together.map(({ ids }) => {
      const spots = ids.flatMap((id) => gliding.get(id) ?? [])
      const middle = (axis: 0 | 1): number => spots.reduce((sum, { to: goal }) => sum + goal[axis], 0) / spots.length
      return { at: [middle(0), middle(1)], ids, alarm: spots.some(({ mark }) => mark.tone === 'alarm') }
    })
  }

  return {
    layer,
    set(marks) {
      const now = performance.now()
      const here = new Set(marks.map(({ id }) => id))
      for (const id of gliding.keys()) if (!here.has(id)) gliding.delete(id)
      for (const mark of marks) {
        const known = gliding.get(mark.id)
        if (known?.mark === mark) continue
        const [x = 0, y = 0] = fromLonLat([...mark.place])
        if (!known) {
          gliding.set(mark.id, { mark, from: [x, y], to: [x, y], began: now, takes: 0, heardAt: now })
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
      ask()
    },
    look(options) {
      if (options.isDark !== isDark) sprites = markSprites({ isDark: options.isDark, ratio });
      ({ picked, isDark, follow } = options)
      cluster()
      ask()
    },
    spotOf: (id) => {
      const one = gliding.get(id)
      return one && spot(one, performance.now())
    },
    press([x = 0, y = 0]) {
      if (!placing) return ''
      const now = performance.now()
      const far = (at: Spot): number => {
        const [left = 0, top = 0] = apply(placing ?? [], [...at])
        return Math.hypot(left - x, top - y)
      }
      const things = [...order.map((one) => ({ away: far(spot(one, now)) - finger, id: one.mark.id, ids: undefined })), ...clusters.map(({ at, ids }) => ({ away: far(at) - 2 * finger, id: '', ids }))]
      const [hit] = things.filter(({ away }) => away <= finger).toSorted((a, b) => a.away - b.away)
      if (hit?.ids === undefined) return hit?.id ?? ''
      const extent = boundingExtent(hit.ids.flatMap((id) => (gliding.has(id) ? [[...(gliding.get(id) as Gliding).to]] : [])))
      map.getView().fit(extent, { padding: [80, 80, 80, 80], minResolution: closest, duration: still ? 0 : 350 })
      return undefined
    },
    end() {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    },
  }
}
