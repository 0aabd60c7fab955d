// A screen that opens the database, and one in a place where a sloppy parser does not look.
import { open } from '@houqin/db'
import { join } from 'node:path'
export const screen = <div title={join('a')}>{() => import('../server/index.ts')}</div>
export const opened: typeof open extends infer T ? Map<string, typeof import('@houqin/define/inner')> : never = open
