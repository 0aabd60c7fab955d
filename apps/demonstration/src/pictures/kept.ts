// The structures kept in the repository 留存的结构: one text for each page, made to be read and compared.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { differences } from './compare.ts'
import type { Piece } from './outline.ts'
import type { View } from './take.ts'

const folder = fileURLToPath(new URL('../../structure/', import.meta.url))

/** Of a file for one page: its address in words a file system bears. */
export function nameOf({ pattern, username }: { pattern: string; username: string }): string {
  const own = ['/', '/inbox', '/messages', '/all'].includes(pattern) ? `.${username}` : ''
  return `${pattern === '/' ? 'home' : pattern.slice(1).replaceAll('/', '~').replaceAll('$', '_')}${own}`
}
export function isKept(name: string): boolean {
  return existsSync(join(folder, `${name}.txt`))
}
export function keep(name: string, views: readonly View[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.txt`), views.map(textOf).join('\n'))
}
/** What moved since the page was kept, by size and language; undefined when it never was. */
export function moved(name: string, views: readonly View[]): readonly string[] | undefined {
  const file = join(folder, `${name}.txt`)
  if (!existsSync(file)) return undefined
  const kept = new Map(readFileSync(file, 'utf8').split(/^# /m).slice(1).map(outlineIn))
  return views.flatMap(({ size, locale, outline }) => differences({ kept: kept.get(`${size} ${locale}`) ?? [], now: outline }).map((line) => `${size} ${locale}, ${line}`))
}

function textOf({ size, locale, outline }: View): string {
  return [`# ${size} ${locale}`, ...outline.map(pieceText), ''].join('\n')
}
export function pieceText({ kind, x, width, height, label }: Piece): string {
  return `${kind.padEnd(8)}${`${x}+${width}${height > 0 ? `x${height}` : ''}`.padEnd(14)}${label}`.trimEnd()
}
function outlineIn(text: string): readonly [string, readonly Piece[]] {
  const [title = '', ...lines] = text.split('\n')
  return [title.trim(), lines.filter((line) => line !== '').map(pieceIn)]
}
/** @throws Error for a line that `pieceText` did not write. */
export function pieceIn(line: string): Piece {
  const [, kind, x, width, height, label] = /^(\w+) +(-?\d+)\+(\d+)(?:x(\d+))? *(.*)$/.exec(line) ?? []
  if (kind === undefined) throw new Error(`Not a piece of a page: ${line}`)
  return { kind: kind as Piece['kind'], x: Number(x), width: Number(width), height: Number(height ?? 0), label: label ?? '' } // written by textOf
}
