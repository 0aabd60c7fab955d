// A floor taken along 导出平面图: as GeoJSON, DXF, SVG or PNG, made here of what the reader sees and nothing besides.
import { outlineArea, toDxf } from '@houqin/dxf'
import type { Recognition } from '@houqin/dxf'
import { extentOf, planSvg } from './plan-svg.ts'
import type { SvgRoom } from './plan-svg.ts'
import type { FloorOnADay } from '../../contract/answers.ts'

export const exportKinds = ['geojson', 'dxf', 'svg', 'png'] as const
export type ExportKind = (typeof exportKinds)[number]
/** A picture is as wide as this at most, pixels. */
const widest = 4_096

export async function exportPlan({ plan, shapes, kind, title }: { plan: FloorOnADay; shapes: readonly SvgRoom[]; kind: ExportKind; title: string }): Promise<void> {
  const svg = planSvg(shapes, title)
  const blob = kind === 'geojson' ? new Blob([asGeoJson(plan)], { type: 'application/geo+json' })
    : kind === 'dxf' ? new Blob([toDxf(recognitionOf(plan, title))], { type: 'image/vnd.dxf' })
      : kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pictureOf(svg, shapes)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${title}.${kind}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
export function asGeoJson({ rooms }: FloorOnADay): string {
  return JSON.stringify({
    type: 'FeatureCollection', properties: { unit: 'm' },
    features: rooms.map(({ number, title, use, ring, holes, area, drawnArea, organs }) => ({
      type: 'Feature', properties: { code: number, name: title, use, area: drawnArea, registered: area, organs: organs.map(({ name }) => name) },
      geometry: { type: 'Polygon', coordinates: [ring, ...holes.map((hole) => hole.toReversed())].map((one) => [...one, one[0]]) },
    })),
  })
}
function recognitionOf({ rooms }: FloorOnADay, title: string): Pick<Recognition, 'rooms' | 'floors'> & Recognition {
  const { minX, minY, width, height } = extentOf(rooms)
  return {
    unit: 'm', origin: [0, 0], findings: [],
    floors: [{ number: 1, title, level: undefined, box: [minX, minY, minX + width, minY + height], outline: undefined, rooms: rooms.map((_, at) => at + 1), area: '0.00' }],
    rooms: rooms.map(({ number, title: name, ring, holes }, at) => {
      const own = extentOf([{ ring }])
      return { number: at + 1, ring, holes, area: outlineArea({ ring, holes }), name: name ?? undefined, namedByLayer: false, code: number ?? undefined, saidArea: undefined, floor: 1, middle: [own.minX + own.width / 2, own.minY + own.height / 2] as const, layer: '', from: 'outline' as const, bridges: 0 }
    }),
  }
}
async function pictureOf(svg: string, shapes: readonly SvgRoom[]): Promise<Blob> {
  const { width, height } = extentOf(shapes)
  const picture = new Image()
  picture.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  await picture.decode()
  const canvas = document.createElement('canvas')
  const scale = Math.min(widest / (width + 1), widest / (height + 1), 60)
  ;[canvas.width, canvas.height] = [Math.ceil((width + 1) * scale), Math.ceil((height + 1) * scale)]
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(picture.src)
  return new Promise((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/png'))
}
