// An import on the wire, as docs/api.md shapes it, and how the console asks for it.
import { queryOptions } from '@tanstack/react-query'
import { call, queryText } from '../api/call.ts'

export type ImportOutcome = 'new' | 'change' | 'same' | 'refused' | 'left-out'
export type ImportState = 'mapping' | 'trying' | 'tried' | 'importing' | 'done' | 'undoing' | 'undone'
export interface WireImport {
  readonly id: string
  readonly register: string
  readonly version: number
  readonly state: ImportState
  readonly mode: 'partial' | 'whole'
  readonly by: string
  readonly file: { readonly name: string; readonly size: number }
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly head: { readonly row: number; readonly rows: 1 | 2 }
  readonly columns: readonly { readonly title: string; readonly samples: readonly string[]; readonly field: string | null }[]
  readonly remembered: boolean
  readonly key: readonly string[]
  readonly fixed: Readonly<Record<string, string>>
  readonly picks: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly counts: Readonly<Partial<Record<ImportOutcome | 'undone' | 'kept', number>>>
  /** The work under way, or the last there was. */
  readonly job: string | null
  readonly problem: string | null
  readonly createdAt: string
  readonly doneAt: string | null
  readonly undoneAt: string | null
  readonly own: boolean
}
export interface OpenWord {
  readonly field: string
  readonly word: string
  readonly count: number
  readonly near: readonly { readonly id: string; readonly name: string; readonly more?: string }[]
}
export interface ImportPageAnswer extends WireImport {
  readonly fields: readonly { readonly field: string; readonly label: string; readonly required: boolean }[]
  readonly missing: readonly string[]
  readonly words: readonly OpenWord[]
  readonly progress: { readonly done: number; readonly of: number | null } | null
}
export interface ImportLine {
  readonly row: number
  readonly outcome: ImportOutcome
  readonly name: string | null
  readonly id: string | null
  readonly undone: 'undone' | 'kept' | null
  /** Of files: whose it is can be said by hand, or was. */
  readonly choosable?: boolean
  readonly reasons: readonly { readonly field: string | null; readonly says: string }[]
}

const watched = 1_000

/** Asked again every second while somebody works on it: a page opened anew, on another machine too, sees how far it is. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => call<ImportPageAnswer>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data?.progress ? watched : false),
  })
export const importsQuery = (register: string) =>
  queryOptions({ queryKey: ['imports', register], queryFn: ({ signal }) => call<{ rows: readonly WireImport[] }>(`/imports${queryText({ register })}`, { signal }) })

export type Arrangement = Partial<Pick<WireImport, 'sheet' | 'head' | 'key' | 'fixed' | 'picks' | 'mode'>> & { readonly mapping?: Readonly<Record<string, number>> }
export const arrange = ({ id, version }: WireImport, given: Arrangement): Promise<ImportPageAnswer> => call(`/imports/${id}`, { method: 'PATCH', version, body: given })
export const begin = (id: string, work: 'try' | 'apply' | 'undo', body: object = {}): Promise<ImportPageAnswer> => call(`/imports/${id}/${work}`, { method: 'POST', body })
export const stop = (job: string): Promise<unknown> => call(`/jobs/${job}/stop`, { method: 'POST' })
