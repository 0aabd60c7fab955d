// An import of files on the wire, as docs/api.md shapes it, and how the console asks for it.
import type { FileImportAnswer, WireFileImport } from '@houqin/wire'
import { queryOptions } from '@tanstack/react-query'
import { call, queryText } from '../api/call.ts'


const watched = 1_000
/** Asked again every second while somebody works on it. */
export const fileImportQuery = (id: string) =>
  queryOptions({
    queryKey: ['file-import', id],
    queryFn: ({ signal }) => call<FileImportAnswer>(`/file-imports/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data?.progress ? watched : false),
  })
export const fileImportsQuery = (register: string) =>
  queryOptions({ queryKey: ['file-imports', register], queryFn: ({ signal }) => call<{ rows: readonly WireFileImport[] }>(`/file-imports${queryText({ register })}`, { signal }) })
/** All or nothing, and whose the files are of which that is said by hand; what is said is tried out again. */
export const meanFiles = ({ id, version }: WireFileImport, meant: { readonly mode?: 'partial' | 'whole'; readonly chosen?: readonly { readonly file: number; readonly row: string | null }[] }): Promise<FileImportAnswer> =>
  call(`/file-imports/${id}`, { method: 'PATCH', version, body: meant })
export const beginFiles = (id: string, work: 'try' | 'apply' | 'undo'): Promise<FileImportAnswer> => call(`/file-imports/${id}/${work}`, { method: 'POST', body: {} })
