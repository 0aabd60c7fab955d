// Calls to the notices' routes 通知的走查调用: bodies that are right, so that only the rule decides.
import { randomUUID } from 'node:crypto'
import { systemActor } from '@houqin/access'
import type { Asking, TestSystem } from '@houqin/testing/subsystem'
import type { Route } from './route-request.ts'

const ifMatch = (version: number): { 'if-match': string } => ({ 'if-match': `"${version}"` })

/** @param robot makes a channel that speaks into a group. */
export async function noticeRequest({ system: { db, notices } }: TestSystem, { method, url }: Route, { key, robot, kept }: {
  key: string; robot: () => Promise<string>; kept: (key: string, make: () => Promise<string>) => Promise<string>
}): Promise<Asking & { id?: string; key: string }> {
  const rule = async () => ({ robot: await robot(), kinds: ['matter.overdue' as const], locale: 'zh' as const, matter: null, organ: null, about: null })
  const ruleId = async (): Promise<string> => {
    const given = await rule()
    const { rows } = await db.transaction().execute((tx) => notices.groups.add(tx, systemActor, given))
    return rows.find((row) => row.robot?.id === given.robot)?.id ?? randomUUID()
  }
  switch (`${method} ${url.slice('/api/notices'.length)}`) {
    case 'PUT /preferences':
      return { key, headers: ifMatch(0), body: { locale: 'zh', quiet: { hours: null, restDays: true }, ways: {} } }
    case 'PUT /measure':
      return { key, headers: ifMatch(1), body: { quota: 20, hours: 2 } }
    case 'PUT /templates/:kind':
      return { key, id: 'matter.yours', headers: ifMatch(0), body: { zh: { title: '走查', text: '' }, en: { title: 'Walk', text: '' } } }
    case 'DELETE /templates/:kind':
      return { key, id: 'matter.yours', headers: ifMatch(1) }
    case 'POST /groups':
      return { key, body: await rule() }
    case 'DELETE /groups/:id':
      return { key, id: await kept(key, ruleId) }
    case 'POST /dead-letters/send-again':
      return { key, body: { ids: [randomUUID()] } }
    default:
      return { key, id: randomUUID() }
  }
}
