// Templates of notices 通知模板, as the server answers them.
import { call } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export interface Wording {
  readonly title: string
  readonly text: string
}
export interface TemplateRow {
  readonly id: string
  readonly label: string
  readonly importance: 'urgent' | 'important' | 'normal'
  readonly names: readonly string[]
  readonly words: { readonly zh: Wording; readonly en: Wording }
  readonly declared: { readonly zh: Wording; readonly en: Wording }
  readonly version: number
  readonly changedAt: string | null
  readonly changedBy: string | null
  readonly unknown: readonly string[]
}
export const templatesQuery = queryOptions({ queryKey: ['notice-templates'], queryFn: ({ signal }) => call<{ rows: readonly TemplateRow[] }>('/notices/templates', { signal }) })
