// 归属: which row a file of the archive belongs to: as somebody said by hand, else by the list that came with it, else by its own name, else by its folder.
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { Candidate, Lookup, Meant } from '@houqin/row-lookup'
import { openLedger } from '@houqin/sheets'
import type { PackEntry } from './pack.ts'

export type Belonging =
  | { readonly row: Candidate }
  | { readonly refused: Sentence }
  | { readonly leftOut: Sentence }
/** Names of files by the list's lines, lower case, with what the line calls the row. */
export interface PackList {
  readonly number: number
  readonly rowNames: ReadonlyMap<string, string>
}
const mostListed = 20_000

const baseName = (path: string): string => path.split('/').at(-1) ?? path
const stemOf = (path: string): string => baseName(path).replace(/\.[A-Za-z0-9]{1,5}$/, '')
const plain = (name: string): string => baseName(name.normalize('NFKC').trim().replaceAll('\\', '/')).toLowerCase()

/**
 * A sheet of the archive is its list where one of its columns names files of the archive and another names rows; which they are is
 * told by what stands in them, whatever their titles.
 * @param path where the sheet was unpacked to.
 */
export async function readList(path: string, { number, entries, find }: { number: number; entries: readonly PackEntry[]; find: (name: string) => Meant }): Promise<PackList | undefined> {
  const names = new Set(entries.flatMap(({ path: of }) => [plain(of), stemOf(plain(of))]))
  const ledger = await openLedger(path).catch((error: unknown) => {
    if (error instanceof Problem) return undefined
    throw error
  })
  if (!ledger) return undefined
  try {
    const [first] = ledger.sheets
    if (!first) return undefined
    const lines: (readonly string[])[] = []
    const { rows } = await ledger.rowsOf(first.name)
    for await (const { cells } of rows) if (lines.length < mostListed) lines.push(Array.from(cells, (cell) => cell?.text ?? ''))
    // by whole names first: a row's own number is often the name of a file without its ending
    const whole = new Set(entries.map(({ path: one }) => plain(one)))
    const files = fullest(lines, (text) => namedIn(text).some((name) => whole.has(name))) ?? fullest(lines, (text) => namedIn(text).some((name) => names.has(name)))
    const of = fullest(lines, (text) => text !== '' && 'row' in find(text), files)
    if (files === undefined || of === undefined) return undefined
    const listed = lines.flatMap((cells) => namedIn(cells[files] ?? '').map((name) => [name, (cells[of] ?? '').trim()] as const))
    // what names neither a file nor a row is the head, a title or a note
    return { number, rowNames: new Map(listed.filter(([name, row]) => row !== '' && (names.has(name) || 'row' in find(row)))) }
  } finally {
    ledger.close()
  }
}
function namedIn(text: string): readonly string[] {
  return text.split(/[、，,;；\n]+/).map(plain).filter((name) => name !== '')
}
function fullest(lines: readonly (readonly string[])[], fits: (text: string) => boolean, but?: number): number | undefined {
  const counts: number[] = []
  for (const cells of lines) for (const [column, text] of cells.entries()) if (column !== but && fits(text)) counts[column] = (counts[column] ?? 0) + 1
  const most = Math.max(0, ...counts.filter((count) => count > 0))
  return most === 0 ? undefined : counts.indexOf(most)
}

/** `G-101-正面` → itself, `G-101`, `G`: what stands behind the last sign is left away piece by piece. */
function namesIn(stem: string): readonly string[] {
  const names = [stem]
  for (let at = stem.length; ; ) {
    at = Math.max(...['_', '-', ' ', '(', '（', '#', '.', '—'].map((sign) => stem.lastIndexOf(sign, at - 1)))
    if (at <= 0) return names
    names.push(stem.slice(0, at).trim())
  }
}

export async function belongsTo({ path, number }: PackEntry, { target, lookup, find, list, chosen }: {
  target: string
  lookup: Lookup
  find: (name: string) => Meant
  list: PackList | undefined
  /** Of numbers, the rows said by hand. */
  chosen: Readonly<Record<string, string>>
}): Promise<Belonging> {
  if (list?.number === number) return { leftOut: say('清单，按它对应其余文件', 'The list; the other files follow it') }
  const byHand = chosen[number]
  if (byHand !== undefined) {
    const row = lookup.byId(target, byHand)
    return row ? { row } : { refused: say('选的那一条已停用或您看不到，请另选', 'The row you chose is retired, or not yours to see; choose another') }
  }
  const listed = list?.rowNames.get(plain(path)) ?? list?.rowNames.get(stemOf(plain(path)))
  const folders = path.split('/').slice(0, -1).toReversed()
  const names = listed === undefined ? [...namesIn(stemOf(path)), ...folders.flatMap(namesIn)] : [listed]
  for (const name of names) {
    const meant = find(name)
    if ('row' in meant) return { row: meant.row }
    if (meant.none === 'several') return { refused: say(`叫“${name.slice(0, 40)}”的不止一个，请按编号给文件命名`, `Several are called “${name.slice(0, 40)}”; name the file by the number`) }
  }
  const asked = listed ?? stemOf(path)
  const near = await lookup.suggest(target, asked)
  const maybe = near.length === 0 ? say('', '') : say(`。是不是：${near.map(({ name }) => name).join('、')}`, `. Perhaps: ${near.map(({ name }) => name).join(', ')}`)
  const says = listed === undefined
    ? say(`文件名和文件夹名都不是编号或名称（“${asked.slice(0, 40)}”），请选一条，或改名，或在包里放清单`, `Neither file nor folder is called by a number or a name (“${asked.slice(0, 40)}”); choose a row, rename it, or put a list into the archive`)
    : say(`清单里写的“${asked.slice(0, 40)}”找不到`, `The list says “${asked.slice(0, 40)}”, which is no row`)
  return { refused: say(says.zh + maybe.zh, says.en + maybe.en) }
}

/** Files the list names and the archive does not hold. */
export function missingFiles(list: PackList | undefined, entries: readonly PackEntry[]): readonly { readonly file: string; readonly row: string }[] {
  if (!list) return []
  const held = new Set(entries.flatMap(({ path }) => [plain(path), stemOf(plain(path))]))
  return [...list.rowNames].flatMap(([file, row]) => (held.has(file) ? [] : [{ file, row }]))
}
