// Drawings made for tests: small DXF files put together group by group, the way drawing programs write them.

export type Group = readonly [code: number, value: string | number]

export interface DrawnFile {
  readonly header?: readonly Group[]
  readonly layers?: readonly (readonly Group[])[]
  readonly blocks?: Readonly<Record<string, readonly (readonly Group[])[]>>
  readonly entities: readonly (readonly Group[])[]
  /** Left out to break the file off. */
  readonly end?: boolean
}

export const version = (name: string, codePage?: string, unit?: number): readonly Group[] => [
  [9, '$ACADVER'], [1, name],
  ...(codePage === undefined ? [] : [[9, '$DWGCODEPAGE'], [3, codePage]] as const),
  ...(unit === undefined ? [] : [[9, '$INSUNITS'], [70, unit]] as const),
]

/** The file as text; `ending` ends its lines. */
export function dxf({ header = version('AC1015'), layers = [], blocks = {}, entities, end = true }: DrawnFile, ending = '\r\n'): string {
  const section = (name: string, groups: readonly Group[]): readonly Group[] => [[0, 'SECTION'], [2, name], ...groups, [0, 'ENDSEC']]
  const tables: readonly Group[] = [[0, 'TABLE'], [2, 'LAYER'], ...layers.flatMap((layer): readonly Group[] => [[0, 'LAYER'], ...layer]), [0, 'ENDTAB']]
  const drawnBlocks = Object.entries(blocks).flatMap(([name, inside]): readonly Group[] =>
    [[0, 'BLOCK'], [8, '0'], [2, name], [70, 0], [10, 0], [20, 0], [30, 0], ...inside.flat(), [0, 'ENDBLK'], [8, '0']])
  const all = [
    ...section('HEADER', header), ...section('TABLES', tables), ...section('BLOCKS', drawnBlocks), ...section('ENTITIES', entities.flat()),
    ...(end ? [[0, 'EOF'] as const] : []),
  ]
  return all.map(([code, value]) => `${String(code).padStart(3)}${ending}${value}${ending}`).join('')
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export const line = (layer: string, x0: number, y0: number, x1: number, y1: number): readonly Group[] =>
  [[0, 'LINE'], [8, layer], [10, x0], [20, y0], [30, 0], [11, x1], [21, y1], [31, 0]]

export const outline = (layer: string, points: readonly (readonly [number, number, number?])[], closed = true): readonly Group[] => [
  [0, 'LWPOLYLINE'], [8, layer], [90, points.length], [70, closed ? 1 : 0],
  ...points.flatMap(([x, y, bulge]): readonly Group[] => [[10, x], [20, y], ...(bulge === undefined ? [] : [[42, bulge] as const])]),
]

export const rectangle = (layer: string, x: number, y: number, width: number, height: number): readonly Group[] =>
  outline(layer, [[x, y], [x + width, y], [x + width, y + height], [x, y + height]])

export const text = (layer: string, x: number, y: number, words: string, height = 300): readonly Group[] =>
  [[0, 'TEXT'], [8, layer], [10, x], [20, y], [30, 0], [40, height], [1, words]]

/** Centred on its point. */
export const centred = (layer: string, x: number, y: number, words: string, height = 300): readonly Group[] =>
  [[0, 'TEXT'], [8, layer], [10, x], [20, y], [30, 0], [40, height], [1, words], [72, 4], [11, x], [21, y], [31, 0]]

export const insert = (layer: string, block: string, x: number, y: number, more: readonly Group[] = []): readonly Group[] =>
  [[0, 'INSERT'], [8, layer], [2, block], [10, x], [20, y], [30, 0], ...more]

export const arc = (layer: string, x: number, y: number, radius: number, from: number, to: number): readonly Group[] =>
  [[0, 'ARC'], [8, layer], [10, x], [20, y], [30, 0], [40, radius], [50, from], [51, to]]
