// An import on the wire, as docs/api.md shapes it, and how the console asks for it.
import type { ImportAnswer, WireImport } from '@houqin/wire'
import { queryOptions } from '@tanstack/react-query'
import { call, queryText } from '../api/call.ts'


const watched = 1_000

/** Asked again every second while somebody works on it: a page opened anew, on another machine too, sees how far it is. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => call<ImportAnswer>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data?.progress ? watched : false),
  })
export const importsQuery = (register: string) =>
  queryOptions({ queryKey: ['imports', register], queryFn: ({ signal }) => call<{ rows: readonly WireImport[] }>(`/imports${queryText({ register })}`, { signal }) })

export type Arrangement = Partial<Pick<WireImport, 'sheet' | 'head' | 'key' | 'fixed' | 'picks' | 'mode'>> & { readonly mapping?: Readonly<Record<string, number>> }
export const arrange = ({ id, version }: WireImport, given: Arrangement): Promise<ImportAnswer> => call(`/imports/${id}`, { method: 'PATCH', version, body: given })
export const begin = (id: string, work: 'try' | 'apply' | 'undo', body: object = {}): Promise<ImportAnswer> => call(`/imports/${id}/${work}`, { method: 'POST', body })
export const stop = (job: string): Promise<unknown> => call(`/jobs/${job}/stop`, { method: 'POST' })
