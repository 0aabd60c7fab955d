// Drawing on a plan 图上画图: corners moved with snapping, lines and areas drawn and measured, a scanned sheet underneath. Loaded with the page that edits.
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import Feature from 'ol/Feature.js'
import Map from 'ol/Map.js'
import View from 'ol/View.js'
import { shiftKeyOnly } from 'ol/events/condition.js'
import { LineString, Polygon } from 'ol/geom.js'
import { Draw, Modify, Snap } from 'ol/interaction.js'
import ImageLayer from 'ol/layer/Image.js'
import VectorLayer from 'ol/layer/Vector.js'
import ImageStatic from 'ol/source/ImageStatic.js'
import VectorSource from 'ol/source/Vector.js'
import { Fill, Stroke, Style, Text } from 'ol/style.js'
import { fontStack, light } from '../look/tokens.ts'
import type { PlanShape } from './plan-canvas.tsx'
import { planLabel } from './plan-label.ts'
import '../map/canvas.css'
import './plan-canvas.css'

type Point = readonly [x: number, y: number]
export type PlanTool = 'pick' | 'move' | 'line' | 'area'
export interface ChangedShape {
  readonly id: string
  readonly ring: readonly Point[]
  readonly holes: readonly (readonly Point[])[]
  /** The corner of the ring that was moved, where it was one. */
  readonly corner: number | undefined
}
export interface Underlay {
  readonly url: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Metres a pixel. */
  readonly scale: number
}
interface Props {
  readonly shapes: readonly PlanShape[]
  readonly picked: readonly string[]
  readonly tool: PlanTool
  /** @param more whether it is added to what is picked. */
  readonly onPick: (id: string, more: boolean) => void
  readonly onChange: (changed: readonly ChangedShape[]) => void
  readonly onDrawn: (points: readonly Point[]) => void
  /** What is written beside a line or an area while it is drawn. */
  readonly measure: (points: readonly Point[], closed: boolean) => string
  readonly underlay: Underlay | null
  readonly label: string
}
/** Near enough to a corner or a wall to be drawn onto it, pixels. */
const snapping = 12

export function PlanDrawing(props: Props): ReactNode {
  const { shapes, picked, tool, underlay, label } = props
  const holder = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const [board, setBoard] = useState<Board>()
  useEffect(() => {
    if (!holder.current) return undefined
    const made = open(holder.current, latest)
    setBoard(made)
    return () => made.map.setTarget(undefined)
  }, [])
  useEffect(() => {
    if (board) show(board, shapes)
  }, [board, shapes])
  useEffect(() => board?.rooms.changed(), [board, picked])
  useEffect(() => (board ? take(board, tool, latest) : undefined), [board, tool])
  useEffect(() => {
    if (board) lay(board, underlay)
  }, [board, underlay])
  return <div ref={holder} className="hq-plan" role="application" aria-label={label} data-ready={board !== undefined} data-tool={tool} />
}

interface Board {
  readonly map: Map
  readonly source: VectorSource<Feature<Polygon>>
  readonly rooms: VectorLayer
  readonly sheet: ImageLayer<ImageStatic>
  fitted: boolean
}
type Latest = { readonly current: Props }

function open(target: HTMLDivElement, latest: Latest): Board {
  target.tabIndex = 0
  const source = new VectorSource<Feature<Polygon>>()
  const rooms = new VectorLayer({ source, updateWhileAnimating: true, updateWhileInteracting: true })
  const sheet = new ImageLayer<ImageStatic>({ opacity: 0.6 })
  const map = new Map({ target, layers: [sheet, rooms], view: new View({ center: [0, 0], resolution: 0.05, minResolution: 0.002, maxResolution: 4, enableRotation: false }) })
  rooms.setStyle((feature, resolution) => {
    const geometry = feature.getGeometry()
    const chosen = latest.current.picked.includes(String(feature.getId()))
    const text = geometry ? planLabel({ words: feature.get('words') as readonly string[], extent: geometry.getExtent(), resolution }) : ''
    return new Style({
      fill: new Fill({ color: `${String(feature.get('fill'))}cc` }), stroke: new Stroke({ color: chosen ? light.accent : light.ink, width: chosen ? 3 : 1 }), zIndex: chosen ? 1 : 0,
      ...(text !== '' && { text: new Text({ text, font: `13px ${fontStack}`, fill: new Fill({ color: light.ink }), stroke: new Stroke({ color: light.paper, width: 3 }), overflow: true }) }),
    })
  })
  map.on('singleclick', (event) => {
    if (latest.current.tool !== 'pick') return
    const [hit] = map.getFeaturesAtPixel(event.pixel, { hitTolerance: 4 })
    latest.current.onPick(hit ? String(hit.getId()) : '', shiftKeyOnly(event))
  })
  return { map, source, rooms, sheet, fitted: false }
}

function show(board: Board, shapes: readonly PlanShape[]): void {
  const { map, source } = board
  source.clear(true)
  source.addFeatures(shapes.map(({ id, ring, holes, words, fill }) => {
    const feature = new Feature({ geometry: new Polygon([ring, ...holes].map((one) => [...one, ...one.slice(0, 1)].map(([x, y]) => [x, y]))), words, fill })
    feature.setId(id)
    return feature
  }))
  if (board.fitted || shapes.length === 0) return
  board.fitted = true
  map.updateSize()
  const extent = source.getExtent()
  if (extent) map.getView().fit(extent, { padding: [40, 40, 40, 40] })
}

/** @returns how the tool is put away. */
function take({ map, source }: Board, tool: PlanTool, latest: Latest): () => void {
  const hand = tool === 'move' ? moving(source, latest) : tool === 'pick' ? undefined : drawing(tool, latest)
  // last, so that it is asked first
  const snap = new Snap({ source, pixelTolerance: snapping })
  if (hand) {
    map.addInteraction(hand)
    map.addInteraction(snap)
  }
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && hand instanceof Draw) hand.abortDrawing()
  }
  globalThis.addEventListener('keydown', leave)
  return () => {
    globalThis.removeEventListener('keydown', leave)
    if (!hand) return
    map.removeInteraction(hand)
    map.removeInteraction(snap)
  }
}
function moving(source: VectorSource<Feature<Polygon>>, latest: Latest): Modify {
  const modify = new Modify({ source, pixelTolerance: snapping })
  modify.on('modifyend', () => {
    const before = new globalThis.Map(latest.current.shapes.map((shape) => [shape.id, shape]))
    const changed = source.getFeatures().flatMap((feature): ChangedShape[] => {
      const id = String(feature.getId())
      const [ring = [], ...holes] = (feature.getGeometry()?.getCoordinates() ?? []).map(opened)
      const was = before.get(id)
      if (was === undefined || (same(was.ring, ring) && holes.every((hole, at) => same(was.holes[at] ?? [], hole)))) return []
      const corner = ring.findIndex(([x, y]) => !was.ring.some(([oldX, oldY]) => oldX === x && oldY === y))
      return [{ id, ring, holes, corner: corner < 0 ? undefined : corner }]
    })
    if (changed.length > 0) latest.current.onChange(changed)
  })
  return modify
}
function drawing(tool: 'line' | 'area', latest: Latest): Draw {
  const draw = new Draw({
    type: tool === 'line' ? 'LineString' : 'Polygon', snapTolerance: snapping,
    style: (feature) => {
      const geometry = feature.getGeometry()
      const closed = geometry instanceof Polygon
      const line = closed ? opened(geometry.getCoordinates()[0] ?? []) : geometry instanceof LineString ? pairs(geometry.getCoordinates()) : []
      return new Style({
        stroke: new Stroke({ color: light.accent, width: 3 }), fill: new Fill({ color: `${light.accent}33` }),
        ...(line.length > 1 && { text: new Text({ text: latest.current.measure(line, closed), font: `bold 14px ${fontStack}`, fill: new Fill({ color: light.ink }), stroke: new Stroke({ color: light.paper, width: 4 }), overflow: true, placement: 'point' }) }),
      })
    },
  })
  draw.on('drawend', ({ feature }) => {
    const geometry = feature.getGeometry()
    if (geometry instanceof Polygon) latest.current.onDrawn(opened(geometry.getCoordinates()[0] ?? []))
    else if (geometry instanceof LineString) latest.current.onDrawn(pairs(geometry.getCoordinates()))
  })
  return draw
}
function lay({ sheet, map, source }: Board, underlay: Underlay | null): void {
  if (underlay === null) return sheet.setSource(null)
  const [width, height] = [underlay.width * underlay.scale, underlay.height * underlay.scale]
  sheet.setSource(new ImageStatic({ url: underlay.url, imageExtent: [0, 0, width, height], projection: map.getView().getProjection() }))
  if (source.getFeatures().length === 0) map.getView().fit([0, 0, width, height], { padding: [20, 20, 20, 20] })
}
/** Tenths of a millimetre, as plans are kept. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
const pairs = (line: readonly (readonly number[])[]): readonly Point[] => line.map(([x = 0, y = 0]): Point => [rounded(x), rounded(y)])
const opened = (ring: readonly (readonly number[])[]): readonly Point[] => pairs(ring.slice(0, -1))
const same = (one: readonly Point[], other: readonly Point[]): boolean => one.length === other.length && one.every(([x, y], at) => x === other[at]?.[0] && y === other[at]?.[1])
