// Drawing a piece of ground on the map 画地块: press for a corner or a middle, pull what is there; what is drawn belongs to the page, so it can be taken back.
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import Feature from 'ol/Feature.js'
import { isEmpty } from 'ol/extent.js'
import { noModifierKeys } from 'ol/events/condition.js'
import Polygon from 'ol/geom/Polygon.js'
import DoubleClickZoom from 'ol/interaction/DoubleClickZoom.js'
import Modify from 'ol/interaction/Modify.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import { usePreferences } from '../look/preferences.tsx'
import { layBase } from './map-base.ts'
import { BaseNote } from './base-note.tsx'
import { layGround, lookGround, openMap } from './map-ground.ts'
import type { GroundedMap } from './map-ground.ts'
import { drawnLook, formOf, geometryOf, placeOf, shapeFeature } from './map-shapes.ts'
import type { MapGround, MapShape, Place, ShapeForm } from './map-wire.ts'
import './canvas.css'
import './map.css'

export type { MapShape, ShapeForm, ShapeTone } from './map-wire.ts'
export { colourOfShape } from './map-shapes.ts'

export interface ShapeCanvasProps {
  readonly ground: MapGround | undefined
  readonly shapes: readonly MapShape[]
  /** The shape that is looked at; empty for none. */
  readonly picked: string
  readonly onPick: (id: string) => void
  /** What is being drawn; undefined while nothing is. An empty polygon waits for its first corner. */
  readonly drawing?: { readonly form: ShapeForm | null; readonly wrong: boolean } | undefined
  /** Pressed beside every corner. */
  readonly onPress?: (place: Place) => void
  /** Pulled: `done` once it is let go of. */
  readonly onPull?: (form: ShapeForm, done: boolean) => void
  readonly label: string
}
interface Drawn extends GroundedMap {
  readonly shapes: VectorSource
  readonly edited: VectorSource
  placed: boolean
}
/** Pixels round a corner that belong to it, as wide as a thumb. */
const thumb = 18

export function ShapeCanvas({ ground, shapes, picked, onPick, drawing, onPress, onPull, label }: ShapeCanvasProps): ReactNode {
  const holder = useRef<HTMLDivElement>(null)
  const [baseless, setBaseless] = useState(false)
  const [drawn, setDrawn] = useState<Drawn>()
  const told = useRef({ onPick, onPress, onPull, drawing })
  useEffect(() => {
    told.current = { onPick, onPress, onPull, drawing }
  })
  const { dark: isDark } = usePreferences()

  useEffect(() => {
    if (!holder.current) return undefined
    const made = open(holder.current, {
      pick: (id) => told.current.onPick(id),
      press: (spot) => told.current.onPress?.(spot),
      pull: (form, done) => told.current.onPull?.(form, done),
      isDrawing: () => told.current.drawing !== undefined,
    })
    setDrawn(made)
    return () => made.map.setTarget(undefined)
  }, [])
  useEffect(() => {
    if (!drawn || !ground) return undefined
    layGround(drawn, ground, drawn.placed)
    return layBase(drawn, ground.base, () => setBaseless(true))
  }, [drawn, ground])
  useEffect(() => {
    if (drawn) lookGround(drawn, isDark)
  }, [drawn, isDark])
  useEffect(() => {
    drawn?.shapes.clear(true)
    drawn?.shapes.addFeatures(shapes.map((shape) => shapeFeature(shape, { strong: shape.id === picked, isDark })))
  }, [drawn, shapes, picked, isDark])
  useEffect(() => {
    if (drawn && picked !== '') flyTo(drawn, picked)
  }, [drawn, picked])
  useEffect(() => {
    if (drawn) edit(drawn, { drawing, isDark })
  }, [drawn, drawing, isDark])

  return (
    <>
      <div ref={holder} className="hq-map" role="application" aria-label={label} data-ready={drawn !== undefined && ground !== undefined} data-drawing={drawing !== undefined} />
      <BaseNote base={ground?.base} away={baseless} />
    </>
  )
}

function open(target: HTMLDivElement, { pick, press, pull, isDrawing }: { pick: (id: string) => void; press: (place: Place) => void; pull: (form: ShapeForm, done: boolean) => void; isDrawing: () => boolean }): Drawn {
  const grounded = openMap(target)
  const { map } = grounded
  const [shapes, edited] = [new VectorSource(), new VectorSource()]
  const shapeLayer = new VectorLayer({ source: shapes, zIndex: 3, updateWhileInteracting: true })
  map.addLayer(shapeLayer)
  map.addLayer(new VectorLayer({ source: edited, zIndex: 6, updateWhileInteracting: true, updateWhileAnimating: true }))
  // whoever sets corners quickly does not mean to come nearer
  map.getInteractions().getArray().filter((one) => one instanceof DoubleClickZoom).forEach((one) => map.removeInteraction(one))
  const modify = new Modify({ source: edited, pixelTolerance: thumb, condition: noModifierKeys })
  let pulling = false
  modify.on('modifystart', () => {
    pulling = true
  })
  modify.on('modifyend', ({ features }) => {
    pulling = false
    const geometry = features.item(0)?.getGeometry()
    const form = geometry && formOf(geometry)
    if (form) pull(form, true)
  })
  edited.on('changefeature', ({ feature }) => {
    const geometry = pulling ? feature?.getGeometry() : undefined
    const form = geometry && formOf(geometry)
    if (form) pull(form, false)
  })
  map.addInteraction(modify)
  map.on('click', ({ coordinate, pixel }) => {
    if (!isDrawing()) {
      const [hit] = map.getFeaturesAtPixel(pixel, { hitTolerance: 8, layerFilter: (layer) => layer === shapeLayer })
      return pick((hit?.get('shape') as string | undefined) ?? '')
    }
    if (!edited.getFeatures().some((feature) => isAtCorner(feature, { map, pixel }))) press(placeOf(coordinate))
  })
  return { ...grounded, shapes, edited, placed: false }
}

function isAtCorner(feature: Feature, { map, pixel: [x = 0, y = 0] }: Pick<GroundedMap, 'map'> & { pixel: number[] }): boolean {
  const geometry = feature.getGeometry()
  if (!(geometry instanceof Polygon)) return false
  return (geometry.getCoordinates()[0] ?? []).some((corner) => {
    const [cornerX = 0, cornerY = 0] = map.getPixelFromCoordinate(corner)
    return Math.hypot(cornerX - x, cornerY - y) < thumb
  })
}

function edit({ edited }: Drawn, { drawing, isDark }: { drawing: ShapeCanvasProps['drawing']; isDark: boolean }): void {
  const [feature] = edited.getFeatures()
  const form = drawing?.form
  if (!form || (form.kind === 'polygon' && form.corners.length === 0)) return edited.clear(true)
  const look = drawnLook({ form, wrong: drawing.wrong, isDark })
  if (!feature) {
    const fresh = new Feature(geometryOf(form))
    fresh.setStyle(look)
    return edited.addFeature(fresh)
  }
  feature.setStyle(look)
  // while it is pulled its own geometry leads
  const shown = feature.getGeometry()
  if (!shown || JSON.stringify(formOf(shown)) !== JSON.stringify(form)) feature.setGeometry(geometryOf(form))
}

function flyTo(drawn: Drawn, id: string): void {
  const extent = drawn.shapes.getFeatures().find((feature) => feature.get('shape') === id)?.getGeometry()?.getExtent()
  if (!extent || isEmpty(extent)) return
  drawn.placed = true
  const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
  drawn.map.getView().fit(extent, { padding: [48, 48, 48, 48], minResolution: 1, duration: still ? 0 : 350 })
}
