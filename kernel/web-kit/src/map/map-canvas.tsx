// A map on a canvas 地图: the district drawn without a network, cars that glide over it, a track with its pins. Loaded with the page that shows it.
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import Feature from 'ol/Feature.js'
import { isEmpty } from 'ol/extent.js'
import { LineString, Point } from 'ol/geom.js'
import VectorLayer from 'ol/layer/Vector.js'
import { fromLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import { Stroke, Style } from 'ol/style.js'
import { usePreferences } from '../look/preferences.tsx'
import { layBase } from './map-base.ts'
import { BaseNote } from './base-note.tsx'
import { layGround, lookGround, openMap } from './map-ground.ts'
import type { GroundedMap } from './map-ground.ts'
import { groundColours, pinLook } from './map-looks.ts'
import { shapeFeature } from './map-shapes.ts'
import { movingMarks } from './moving-marks.ts'
import type { MovingMarks } from './moving-marks.ts'
import type { MapGround, MapLine, MapMark, MapPin, MapShape } from './map-wire.ts'
import './canvas.css'
import './map.css'

export type { GroundFeature, MapGround, MapLine, MapMark, MapPin, MapShape, MarkTone, Place } from './map-wire.ts'
export { colourOfTone } from './map-looks.ts'

export interface MapCanvasProps {
  readonly ground: MapGround | undefined
  readonly marks: readonly MapMark[]
  readonly line?: MapLine | undefined
  readonly pins?: readonly MapPin[]
  /** Pieces of ground drawn under everything that moves. */
  readonly shapes?: readonly MapShape[] | undefined
  /** The mark that is flown to and marked; empty for none. */
  readonly picked: string
  /** Whether the map goes along with it. */
  readonly follow?: boolean
  /** Pixels at the lower edge that something else lies on: what is flown to stands above them. */
  readonly covered?: number
  /** Empty when the map itself is pressed. */
  readonly onPick: (id: string) => void
  readonly onPin?: (id: string) => void
  /** What the map is, for whoever does not see it. */
  readonly label: string
}

export function MapCanvas({ ground, marks, line, pins, shapes, picked, follow = false, covered = 0, onPick, onPin, label }: MapCanvasProps): ReactNode {
  const holder = useRef<HTMLDivElement>(null)
  const [baseless, setBaseless] = useState(false)
  const [drawing, setDrawing] = useState<Drawing>()
  const press = useRef({ onPick, onPin })
  useEffect(() => {
    press.current = { onPick, onPin }
  })
  const { dark: isDark } = usePreferences()

  useEffect(() => {
    if (!holder.current) return undefined
    const made = open(holder.current, { pick: (id) => press.current.onPick(id), pin: (id) => press.current.onPin?.(id) })
    setDrawing(made)
    return () => {
      made.marks.end()
      made.map.setTarget(undefined)
    }
  }, [])
  useEffect(() => {
    if (!drawing || !ground) return undefined
    layGround(drawing, ground, drawing.placed)
    return layBase(drawing, ground.base, () => setBaseless(true))
  }, [drawing, ground])
  useEffect(() => {
    if (drawing) lookGround(drawing, isDark)
  }, [drawing, isDark])
  useEffect(() => {
    drawing?.marks.set(marks)
  }, [drawing, marks])
  useEffect(() => {
    drawing?.marks.look({ picked, isDark, follow })
  }, [drawing, picked, isDark, follow])
  useEffect(() => {
    if (drawing) drawing.map.getView().padding = [0, 0, covered, 0]
  }, [drawing, covered])
  const there = marks.some(({ id }) => id === picked)
  useEffect(() => {
    if (drawing && there) fly(drawing, picked)
  }, [drawing, picked, there])
  useEffect(() => {
    if (drawing) trace(drawing, { line, pins: pins ?? [], isDark })
  }, [drawing, line, pins, isDark])

  useEffect(() => {
    drawing?.shapes.clear(true)
    drawing?.shapes.addFeatures((shapes ?? []).map((shape) => shapeFeature(shape, { strong: false, isDark })))
  }, [drawing, shapes, isDark])

  return (
    <>
      <div ref={holder} className="hq-map" role="application" aria-label={label} data-ready={drawing !== undefined && ground !== undefined} data-marks={marks.length} />
      <BaseNote base={ground?.base} away={baseless} />
    </>
  )
}

interface Drawing extends GroundedMap {
  readonly marks: MovingMarks
  readonly trace: VectorSource
  readonly shapes: VectorSource
  traced: string
  /** Somebody has been flown to, or a track shown: the ground that comes later moves nothing. */
  placed: boolean
}
const fromNear = 3

function open(target: HTMLDivElement, { pick, pin }: { pick: (id: string) => void; pin: (id: string) => void }): Drawing {
  const grounded = openMap(target)
  const { map } = grounded
  const shapes = new VectorSource()
  map.addLayer(new VectorLayer({ source: shapes, zIndex: 3 }))
  const trace = new VectorSource()
  const traces = new VectorLayer({ source: trace, zIndex: 5 })
  map.addLayer(traces)
  const marks = movingMarks(map)
  map.addLayer(marks.layer)
  map.on('singleclick', ({ pixel }) => {
    const [hit] = map.getFeaturesAtPixel(pixel, { hitTolerance: 6, layerFilter: (layer) => layer === traces })
    const pinned = hit?.get('pin') as string | undefined
    if (pinned !== undefined) return pin(pinned)
    const found = marks.press(pixel)
    if (found !== undefined) pick(found)
  })
  return { ...grounded, marks, trace, shapes, traced: '', placed: false }
}

function fly(drawing: Drawing, id: string): void {
  const spot = drawing.marks.spotOf(id)
  if (!spot) return
  drawing.placed = true
  const view = drawing.map.getView()
  const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
  view.animate({ center: [...spot], resolution: Math.min(view.getResolution() ?? fromNear, fromNear), duration: still ? 0 : 500 })
}

/** Stretches of one colour are one feature: a day has thousands. */
function trace(drawing: Drawing, { line, pins, isDark }: { line: MapLine | undefined; pins: readonly MapPin[]; isDark: boolean }): void {
  const source = drawing.trace
  source.clear(true)
  const spots = (line?.points ?? []).map((place) => fromLonLat([...place]))
  for (let from = 0; line && from + 1 < spots.length;) {
    let to = from + 1
    while (to + 1 < spots.length && line.colours[to] === line.colours[from]) to += 1
    const stretch = new Feature(new LineString(spots.slice(from, to + 1)))
    stretch.setStyle([
      new Style({ stroke: new Stroke({ color: groundColours[isDark ? 'dark' : 'light'].halo, width: 8 }), zIndex: 1 }),
      new Style({ stroke: new Stroke({ color: line.colours[from] ?? '', width: 5, lineCap: 'round' }), zIndex: 2 }),
    ])
    source.addFeature(stretch)
    from = to
  }
  const course = source.getExtent()
  const named = line ? `${spots.length} ${String(spots[0])} ${String(spots.at(-1))}` : ''
  if (spots.length > 0) drawing.placed = true
  const [first] = spots
  // a single report is a place and no course
  if (named !== drawing.traced && first && (!course || isEmpty(course))) drawing.map.getView().setCenter(first)
  else if (named !== drawing.traced && course && !isEmpty(course)) drawing.map.getView().fit(course, { padding: [48, 48, 48, 48], minResolution: 1, size: drawing.map.getSize() ?? [800, 600] })
  drawing.traced = named
  for (const { id, place, words, tone } of pins) {
    const pin = new Feature({ geometry: new Point(fromLonLat([...place])), pin: id })
    pin.setStyle(pinLook({ words, tone, isDark }))
    source.addFeature(pin)
  }
}
