// A drawing's names and texts turned from bytes into letters, once the encoding is settled.
import type { Block, Drawing, Entity, Layer, TextEntity } from './drawing.ts'
import type { RawText } from './entities.ts'
import { linesOfParagraph, plainText } from './text-marks.ts'

/** Read, with names and texts still as bytes. */
export interface RawDrawing {
  readonly layers: readonly Layer[]
  readonly blocks: readonly { readonly name: string; readonly baseX: number; readonly baseY: number; readonly entities: readonly (Entity | RawText)[] }[]
  readonly entities: readonly (Entity | RawText)[]
}

/** @param decode raw text → text */
export function decoded({ layers, blocks, entities }: RawDrawing, decode: (raw: string) => string): Pick<Drawing, 'layers' | 'blocks' | 'entities'> {
  const names = new Map<string, string>()
  const name = (raw: string): string => {
    const known = names.get(raw) ?? plainText(decode(raw))
    names.set(raw, known)
    return known
  }
  const one = (entity: Entity | RawText): Entity => {
    if ('raw' in entity) return textOf(entity, decode, name)
    const layer = name(entity.layer)
    if (entity.kind !== 'insert') return layer === entity.layer ? entity : { ...entity, layer }
    const block = name(entity.block)
    return layer === entity.layer && block === entity.block ? entity : { ...entity, layer, block }
  }
  const byName = new Map<string, Block>()
  for (const { name: raw, baseX, baseY, entities: inside } of blocks) {
    const block = { name: name(raw), baseX, baseY, entities: inside.map(one).filter(says) }
    byName.set(block.name.toLowerCase(), block)
  }
  return { layers: layers.map((layer) => ({ ...layer, name: name(layer.name) })), blocks: byName, entities: entities.map(one).filter(says) }
}

function textOf({ raw, layer, ...rest }: RawText, decode: (raw: string) => string, name: (raw: string) => string): TextEntity {
  const text = decode(raw)
  const lines = rest.from === 'MTEXT' ? linesOfParagraph(text) : [plainText(text).replace(/\s+/g, ' ').trim()].filter((line) => line !== '')
  return { ...rest, layer: name(layer), lines }
}

function says(entity: Entity): boolean {
  return entity.kind !== 'text' || entity.lines.length > 0
}
