// The state of a form: what is typed, what is wrong with it, what is being sent, and the draft that outlives a failure.
import type { Fields, LineSets } from '@houqin/define'
import type { WireFile, WireValues } from '@houqin/wire'
import { useRef, useState } from 'react'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { lineIssueKey, ProblemError, sortIssues } from '../api/problem.ts'
import { isHeld } from '../offline/held-files.ts'
import { useSay } from '../words/words.tsx'
import { dropDraft, keepDraft, keptDraft } from './draft.ts'
import { issuesAfter } from './line-issues.ts'
import { useHoldsTyped } from './unsaved.ts'
import { changedValues, emptyEntry, entriesOf, givenValues } from './entries.ts'
import type { Entries, Entry, Given } from './entries.ts'

export interface Sending {
  readonly values: Readonly<Record<string, Given>>
  readonly lines: Readonly<Record<string, readonly Readonly<Record<string, Given>>[]>>
  /** Photographs among them that the device still holds, for `callOrKeep`. */
  readonly held: readonly WireFile[]
  /** Names of the fields that differ from what the form began with. */
  readonly changed: readonly string[]
  /** Stays the same until the server has answered well. */
  readonly idempotencyKey: string
}
export interface FormState {
  readonly entries: Entries
  readonly lines: Readonly<Record<string, readonly Entries[]>>
  readonly issues: Readonly<Record<string, string>>
  readonly problem: ProblemError | null
  /** Sentences that belong to no input of this form. */
  readonly others: readonly string[]
  readonly sending: boolean
  /** The form came up with what an earlier attempt left. */
  readonly restored: boolean
  readonly set: (name: string, entry: Entry) => void
  /** Several at once, such as a place that is a room or an area. */
  readonly setAll: (entries: Entries) => void
  readonly setLines: (set: string, rows: readonly Entries[]) => void
  readonly clear: () => void
  /** @returns whether it was sent. */
  readonly send: () => Promise<boolean>
}
interface Draft {
  readonly entries: Entries
  readonly lines: Readonly<Record<string, readonly Entries[]>>
}

export function useRecordForm({ fields, lineSets = {}, further = noLines, start, draftKey, neverKept = nothing, issuesUnder = '', onSend }: {
  fields: Fields
  lineSets?: LineSets
  /** Lines that are sent after the form's own and shown by its page: by set, of each the names of its cells. */
  further?: Readonly<Record<string, readonly (readonly string[])[]>>
  /** The row as it was read, or what is already known. */
  start?: WireValues
  draftKey?: string
  /** Names of what does not lie about in the browser, such as a secret. */
  neverKept?: readonly string[]
  /** Where the server's issues point before the field's name, such as `input.`. */
  issuesUnder?: string
  /** @throws ProblemError, which is then shown where it belongs. */
  onSend: (sending: Sending) => Promise<void>
}): FormState {
  const say = useSay()
  const [began] = useState(() => entriesOf(fields, start))
  const [kept] = useState(() => (draftKey ? readDraft(keptDraft(draftKey), fields) : undefined))
  const [draft, setDraft] = useState<Draft>(() => kept ?? { entries: began, lines: {} })
  const [restored, setRestored] = useState(kept !== undefined)
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [others, setOthers] = useState<readonly string[]>([])
  const [sending, setSending] = useState(false)
  const [typed, setTyped] = useState(kept !== undefined)
  const key = useRef('')
  useHoldsTyped(typed)

  const change = (next: Draft): void => {
    setDraft(next)
    setTyped(true)
    key.current = ''
    // what the device holds has no place in the text of a draft
    if (draftKey) keepDraft(draftKey, { entries: withoutHeld(without(next.entries, neverKept)), lines: Object.fromEntries(Object.entries(next.lines).map(([set, rows]) => [set, rows.map(withoutHeld)])) })
  }
  const setAll = (entries: Entries): void => {
    change({ ...draft, entries: { ...draft.entries, ...entries } })
    if (Object.keys(entries).some((name) => issues[name] !== undefined)) setIssues(Object.fromEntries(Object.entries(issues).filter(([name]) => !(name in entries))))
  }
  return {
    ...draft,
    issues,
    problem,
    others,
    sending,
    restored,
    set: (name, entry) => setAll({ [name]: entry }),
    setAll,
    setLines(set, rows) {
      setIssues(issuesAfter(issues, { set, before: draft.lines[set] ?? [], after: rows }))
      change({ ...draft, lines: { ...draft.lines, [set]: rows } })
    },
    clear() {
      setDraft({ entries: began, lines: {} })
      setRestored(false)
      setTyped(false)
      setIssues({})
      setProblem(null)
      setOthers([])
      if (draftKey) dropDraft(draftKey)
    },
    async send() {
      if (sending) return false
      const { values, issues: found } = givenValues({ fields, entries: draft.entries, say })
      const lines: Record<string, Readonly<Record<string, Given>>[]> = {}
      const wrong: Record<string, string> = { ...found }
      for (const [set, rows] of Object.entries(draft.lines))
        lines[set] = rows.map((row, place) => {
          const line = givenValues({ fields: lineSets[set]?.fields ?? {}, entries: row, say })
          for (const [name, says] of Object.entries(line.issues)) wrong[lineIssueKey({ set, place, name })] = says
          return line.values
        })
      setIssues(wrong)
      setProblem(null)
      setOthers([])
      if (Object.keys(wrong).length > 0) {
        focusFirst(Object.keys(wrong)[0])
        return false
      }
      setSending(true)
      key.current ||= newIdempotencyKey()
      try {
        await onSend({ values, lines, held: [draft.entries, ...Object.values(draft.lines).flat()].flatMap(heldIn), changed: changedValues(fields, began, draft.entries), idempotencyKey: key.current })
        if (draftKey) dropDraft(draftKey)
        key.current = ''
        setTyped(false)
        return true
      } catch (thrown) {
        if (!(thrown instanceof ProblemError)) throw thrown
        const sorted = sortIssues({ issues: thrown.issues, under: issuesUnder, fields: Object.keys(fields), lines: shownLines({ lineSets, lines: draft.lines, further }) })
        setIssues(sorted.beside)
        setOthers(sorted.others)
        setProblem(thrown)
        focusFirst(Object.keys(sorted.beside)[0])
        return false
      } finally {
        setSending(false)
      }
    },
  }
}

function heldIn(entries: Entries): readonly WireFile[] {
  return Object.values(entries).flatMap((entry) => (Array.isArray(entry) ? entry.filter((one): one is WireFile => typeof one === 'object' && isHeld(one)) : []))
}
function withoutHeld(entries: Entries): Entries {
  const held = new Set<unknown>(heldIn(entries))
  return held.size === 0 ? entries : Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, Array.isArray(entry) ? (entry.filter((one) => !held.has(one)) as Entry) : entry]))
}

const noLines = Object.freeze({})
const nothing: readonly string[] = Object.freeze([])
function without(entries: Entries, names: readonly string[]): Entries {
  return names.length === 0 ? entries : Object.fromEntries(Object.entries(entries).filter(([name]) => !names.includes(name)))
}
function shownLines({ lineSets, lines, further }: { lineSets: LineSets; lines: Draft['lines']; further: Readonly<Record<string, readonly (readonly string[])[]>> }): Record<string, readonly (readonly string[])[]> {
  const sets = [...new Set([...Object.keys(lineSets), ...Object.keys(further)])]
  return Object.fromEntries(sets.map((set) => [set, [...(lines[set] ?? []).map(() => Object.keys(lineSets[set]?.fields ?? {})), ...(further[set] ?? [])]]))
}

/** A draft of an earlier form may lack fields of today's, or have some more. */
function readDraft(kept: unknown, fields: Fields): Draft | undefined {
  if (typeof kept !== 'object' || kept === null || !('entries' in kept)) return undefined
  const { entries, lines = {} } = kept as { entries: Entries; lines?: Draft['lines'] } // written by keepDraft above
  return {
    entries: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, entries[name] ?? emptyEntry(field)])),
    lines,
  }
}
function focusFirst(name: string | undefined): void {
  if (name === undefined) return
  requestAnimationFrame(() => {
    // a cell, else its line, else the lines of its set
    const places = [name, name.replace(/\..*$/, ''), name.replace(/\[.*$/, '')]
    const box = places.map((place) => document.querySelector(`[data-field="${CSS.escape(place)}"]`)).find((found) => found !== null)
    box?.scrollIntoView({ block: 'center' })
    const input = box?.querySelector('input,textarea,button,select')
    if (input instanceof HTMLElement) input.focus({ preventScroll: true })
  })
}
