// 走一遍: every file of the archive unpacked, looked into, matched with its row and, when it is meant so, attached; row by row.
import { open, readFile, rm } from 'node:fs/promises'
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { markInName, markInPaper, refuseClassified } from '@houqin/classified'
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { FilesField, Register } from '@houqin/define'
import { tableSqlOf } from '@houqin/fields'
import { attachable, keepFile, receiveFile, storedFiles, unlinkFile, usualLimits } from '@houqin/files'
import type { ReceivedFile } from '@houqin/files'
import type { System } from '@houqin/http'
import { actorAgain, requireImport } from '@houqin/imports'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { actionOf, requireWritable } from '@houqin/register-rights'
import { createLookup } from '@houqin/row-lookup'
import type { Candidate } from '@houqin/row-lookup'
import { guardsName, isLive, rowSelection, storedRow } from '@houqin/rows'
import type { KeptRow, StoredRow } from '@houqin/rows'
import type { FileOutcome, ImportCounts } from '@houqin/wire'
import { sql } from 'kysely'
import { belongsTo, missingFiles, readList } from './belongs.ts'
import type { PackList } from './belongs.ts'
import { countLines, dropLines, keepLines, numbersKept } from './lines.ts'
import type { Line } from './lines.ts'
import { openPack } from './pack.ts'
import type { Pack, PackEntry } from './pack.ts'
import { changeImport, readImport } from './stored-import.ts'
import type { StoredFileImport } from './stored-import.ts'

export interface Telling {
  readonly progress: (done: number, of?: number) => Promise<void>
}
export interface Subject {
  readonly system: System
  readonly actor: Actor
  readonly stored: StoredFileImport
  readonly register: Register
  readonly field: FilesField
}

export async function subjectOf(system: System, id: string): Promise<Subject> {
  const stored = await readImport(system.db, { id })
  const register = system.catalogue.registers.get(stored.register)
  const field = register?.fields[stored.field]
  if (!register || field?.kind !== 'files') throw new Error(`${stored.register}.${stored.field} holds no files`)
  const actor = await actorAgain(system, stored)
  requireImport(actor, register)
  return { system, actor, stored, register, field }
}

/** What the archive would do; nothing of it is attached. */
export async function tryOut(system: System, id: string, telling: Telling): Promise<ImportCounts<FileOutcome>> {
  const subject = await subjectOf(system, id)
  await transaction(system.db, (tx) => dropLines(tx, id))
  await eachRow(subject, telling, new Set(), async (lines, row, received) => {
    await transaction(system.db, async (tx) => keepLines(tx, id, [...lines, ...(row ? (await judged(tx, subject, row, received)).lines : [])]))
    for (const { content } of received) await rm(content.path, { force: true })
  })
  const counts = await countLines(system.db, id)
  await changeImport(system.db, id, { state: 'tried', counts, problem: null })
  return counts
}

/** Attaches them, a row at a time; cut short it goes on behind what is attached. */
export async function apply(system: System, id: string, telling: Telling): Promise<ImportCounts<FileOutcome>> {
  const subject = await subjectOf(system, id)
  const { actor, register, stored } = subject
  await eachRow(subject, telling, await numbersKept(system.db, id), async (lines, row, received) => {
    const attached = transaction(system.db, async (tx) => keepLines(tx, id, [...lines, ...(row ? await attach(tx, subject, row, received) : [])]))
    // a row that does not stand its own tests any more is told of, and the others go on
    await attached.catch(async (error: unknown) => {
      if (!(error instanceof Problem) || !row) throw error
      const { detail } = error
      await transaction(system.db, (tx) => keepLines(tx, id, [...lines, ...received.map(({ entry }) => line(entry, 'refused', [detail], { row: row.id }))]))
    })
    // what was kept has moved to its place
    for (const { content } of received) await rm(content.path, { force: true })
  })
  const counts = await countLines(system.db, id)
  await transaction(system.db, async (tx) => {
    await changeImport(tx, id, { state: 'done', counts, problem: null, done_at: system.clock.now() })
    await record(tx, {
      at: system.clock.now(), ...signature(actor), action: actionOf(register, 'import-files'), subject: { kind: register.id, id: '' },
      summary: `批量导入${register.title}附件《${stored.file_name}》：放入 ${counts.new ?? 0} 个，已有 ${counts.same ?? 0}，未放入 ${counts.refused ?? 0}`,
      after: { import: id, sha256: stored.sha256, field: stored.field, counts },
    })
  })
  return counts
}

interface Received {
  readonly entry: PackEntry
  readonly content: ReceivedFile
}
type Take = (lines: readonly Line[], row: Candidate | undefined, received: readonly Received[]) => Promise<void>

/** @param passed numbers that were gone through before. */
async function eachRow(subject: Subject, { progress }: Telling, passed: ReadonlySet<number>, take: Take): Promise<void> {
  const { system, actor, stored, register } = subject
  const lookup = createLookup({ catalogue: system.catalogue, actor, owner: register.id, fields: {} })
  await lookup.load(system.db, register.id)
  const find = (name: string) => lookup.find(register.id, name, {})
  const pack = await openPack(system.files.contentPath(stored.sha256))
  try {
    const list = await listOf(subject, pack, find)
    const without: Line[] = []
    const groups = new Map<string, { readonly row: Candidate; readonly entries: PackEntry[] }>()
    for (const entry of pack.entries.filter(({ number }) => !passed.has(number))) {
      const meant = await belongsTo(entry, { target: register.id, lookup, find, list, chosen: stored.chosen })
      if ('row' in meant) {
        const group = groups.get(meant.row.id)
        if (group) group.entries.push(entry)
        else groups.set(meant.row.id, { row: meant.row, entries: [entry] })
      } else without.push('refused' in meant ? line(entry, 'refused', [meant.refused], { choosable: true }) : line(entry, 'left-out', [meant.leftOut]))
    }
    const missing = missingFiles(list, pack.entries).map(({ file, row }, at) => ({ number: pack.entries.length + 1 + at, path: file, row })).filter(({ number }) => !passed.has(number))
    without.push(...missing.map(({ row, ...entry }) => line(entry, 'refused', [say(`清单里写给“${row.slice(0, 40)}”，压缩包里没有这个文件`, `The list gives it to “${row.slice(0, 40)}”; it is not in the archive`)])))
    await take(without, undefined, [])
    let done = without.length + passed.size
    const all = pack.entries.length + missing.length
    for (const { row, entries } of groups.values()) {
      await progress(done, all)
      const { received, refused } = await receiveAll(subject, pack, entries, row)
      await take(refused, row, received)
      done += entries.length
    }
    await progress(all, all)
  } finally {
    pack.close()
  }
}

function line({ number, path }: Pick<PackEntry, 'number' | 'path'>, outcome: Line['outcome'], reasons: readonly Sentence[], of: Partial<Line> = {}): Line {
  return { number, entry: path.slice(0, 300), outcome, reasons, name: null, row: null, file: null, choosable: false, ...of }
}
/** Sheets at the top of the archive, few enough to be looked into. */
async function listOf({ system }: Subject, pack: Pack, find: Parameters<typeof readList>[1]['find']): Promise<PackList | undefined> {
  const sheets = pack.entries.filter(({ path, locked, size }) => !locked && size <= usualLimits.maxBytes && path.split('/').length <= 2 && /\.(xlsx|csv)$/i.test(path))
  for (const entry of sheets.slice(0, 5)) {
    const path = system.files.incomingPath(system.clock.now())
    const handle = await open(path, 'wx', 0o600)
    try {
      for await (const chunk of pack.read(entry)) await handle.writeFile(chunk)
      const list = await readList(path, { number: entry.number, entries: pack.entries, find })
      if (list) return list
    } finally {
      await handle.close()
      await rm(path, { force: true })
    }
  }
  return undefined
}

async function receiveAll(subject: Subject, pack: Pack, entries: readonly PackEntry[], row: Candidate): Promise<{ received: Received[]; refused: Line[] }> {
  const { system, field } = subject
  const limits = { ...usualLimits, ...(field.accept === 'image' && { types: attachable.filter((type) => type.startsWith('image/')) }) }
  const received: Received[] = []
  const refused: Line[] = []
  for (const entry of entries) {
    try {
      if (entry.locked) throw new Problem('unsupported-media', say('加了密码，打不开。请去掉密码重新打包。', 'It is locked with a password; pack it without.'))
      const content = await receiveFile(system.files, pack.read(entry), { name: entry.path, declaredType: '', at: system.clock.now(), limits })
      const found = markInPaper(await readFile(content.path))
      if (found) {
        for (const { content: { path } } of [...received, { content }]) await rm(path, { force: true })
        await refuseWhole(subject, found)
      }
      received.push({ entry, content })
    } catch (error) {
      if (!(error instanceof Problem) || error.more['classified'] === true) throw error
      refused.push(line(entry, 'refused', [error.detail], { row: row.id }))
    }
  }
  return { received, refused }
}

/** What bears a mark may not lie here, not even inside the archive. @throws Problem that ends the work. */
export async function refuseWhole({ system, actor, stored, register }: Pick<Subject, 'system' | 'actor' | 'stored' | 'register'>, found: Parameters<typeof refuseClassified>[0]): Promise<never> {
  const { detail } = refuseClassified(found)
  await transaction(system.db, async (tx) => {
    await dropLines(tx, stored.id)
    if (stored.file !== null) await unlinkFile(tx, { file: stored.file, owner: { kind: 'file_imports.import', id: stored.id } })
    await changeImport(tx, stored.id, { state: 'refused', file: null, counts: {}, problem: detail })
    await record(tx, { at: system.clock.now(), ...signature(actor), action: 'files.classified-refused', subject: { kind: register.id, id: '' }, summary: `附件压缩包里有文件带“${found.mark}”标志，整包未收下` })
  })
  throw new Problem('unsupported-media', detail, { more: { classified: true } })
}
/** A mark in a name ends it before anything is unpacked. */
export function markedName(names: readonly string[]): ReturnType<typeof markInName> {
  return names.map(markInName).find((mark) => mark !== undefined)
}

interface Judged {
  readonly before: StoredRow | undefined
  readonly fresh: readonly Received[]
  readonly lines: readonly Line[]
}
/** What becomes of the files of one row, as it stands now, held until the transaction ends. */
async function judged(tx: Tx, { system, actor, register, field, stored }: Subject, row: Candidate, received: readonly Received[]): Promise<Judged> {
  const { rows: [found] } = await sql<KeptRow>`select ${rowSelection(register)} from ${tableSqlOf(register.id)} t where t.id = ${row.id} and ${isLive} for update of t`.execute(tx)
  const name = guardsName(system.catalogue, register) ? null : row.name
  const told = (entry: PackEntry, outcome: Line['outcome'], reasons: readonly Sentence[]): Line => line(entry, outcome, reasons, { name, row: row.id })
  const before = found && storedRow(register, found)
  const refusal = before ? writeRefusal(actor, register, before) : say('这条刚被停用', 'The row was retired just now')
  if (!before || refusal) return { before, fresh: [], lines: received.map(({ entry }) => told(entry, 'refused', refusal ? [refusal] : [])) }
  const held = heldIn(before, stored.field)
  const contents = new Set((await storedFiles(tx, held)).map(({ sha256 }) => sha256))
  const fresh: Received[] = []
  const lines = received.map((one): Line => {
    if (contents.has(one.content.sha256)) return told(one.entry, 'same', [])
    if (held.length + fresh.length >= field.max) return told(one.entry, 'refused', [say(`“${field.label}”最多 ${field.max} 个，已经放满`, `“${stored.field}” holds ${field.max} files and is full`)])
    contents.add(one.content.sha256)
    fresh.push(one)
    return told(one.entry, 'new', [])
  })
  return { before, fresh, lines }
}
function writeRefusal(actor: Actor, register: Register, before: StoredRow): Sentence | undefined {
  try {
    requireWritable(actor, register, before)
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error.detail
    throw error
  }
}
export function heldIn({ values }: StoredRow, field: string): readonly string[] {
  const held = values[field]
  return Array.isArray(held) ? held.filter((one): one is string => typeof one === 'string') : []
}

async function attach(tx: Tx, subject: Subject, row: Candidate, received: readonly Received[]): Promise<readonly Line[]> {
  const { system, actor, register, stored } = subject
  const { before, fresh, lines } = await judged(tx, subject, row, received)
  if (!before || fresh.length === 0) return lines
  const files = new Map<number, string>()
  for (const { entry, content } of fresh) {
    const kept = await keepFile(tx, system.files, content, { by: actor.principal.account, at: system.clock.now() })
    files.set(entry.number, kept.id)
  }
  await system.registers.update(tx, actor, register, row.id, { [stored.field]: [...heldIn(before, stored.field), ...files.values()] }, before.version)
  return lines.map((one) => ({ ...one, file: files.get(one.number) ?? null }))
}
