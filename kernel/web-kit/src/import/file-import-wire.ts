// An import of files on the wire, as docs/api.md shapes it, and how the console asks for it.
import { queryOptions } from '@tanstack/react-query'
import { call, queryText } from '../api/call.ts'

export type FileImportState = 'taken' | 'trying' | 'tried' | 'importing' | 'done' | 'undoing' | 'undone' | 'refused'
export interface WireFileImport {
  readonly id: string
  readonly field: string
  readonly version: number
  readonly state: FileImportState
  readonly mode: 'partial' | 'whole'
  readonly by: string
  readonly file: { readonly name: string; readonly size: number }
  readonly counts: Readonly<Partial<Record<'new' | 'same' | 'refused' | 'left-out' | 'undone' | 'kept', number>>>
  readonly job: string | null
  readonly problem: string | null
  readonly createdAt: string
  readonly doneAt: string | null
  readonly own: boolean
}
export interface FileImportPageAnswer extends WireFileImport {
  readonly progress: { readonly done: number; readonly of: number | null } | null
}

const watched = 1_000
/** Asked again every second while somebody works on it. */
export const fileImportQuery = (id: string) =>
  queryOptions({
    queryKey: ['file-import', id],
    queryFn: ({ signal }) => call<FileImportPageAnswer>(`/file-imports/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data?.progress ? watched : false),
  })
export const fileImportsQuery = (register: string) =>
  queryOptions({ queryKey: ['file-imports', register], queryFn: ({ signal }) => call<{ rows: readonly WireFileImport[] }>(`/file-imports${queryText({ register })}`, { signal }) })
/** All or nothing, and whose the files are of which that is said by hand; what is said is tried out again. */
export const meanFiles = ({ id, version }: WireFileImport, meant: { readonly mode?: 'partial' | 'whole'; readonly chosen?: readonly { readonly file: number; readonly row: string | null }[] }): Promise<FileImportPageAnswer> =>
  call(`/file-imports/${id}`, { method: 'PATCH', version, body: meant })
export const beginFiles = (id: string, work: 'try' | 'apply' | 'undo'): Promise<FileImportPageAnswer> => call(`/file-imports/${id}/${work}`, { method: 'POST', body: {} })
