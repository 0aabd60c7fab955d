// How the console asks for the templates of notices 通知模板.
import { call } from '@houqin/web-kit'
import type { TemplateRow } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export const templatesQuery = queryOptions({ queryKey: ['notice-templates'], queryFn: ({ signal }) => call<{ rows: readonly TemplateRow[] }>('/notices/templates', { signal }) })
