// The desk of the stories 故事的台面: a yard with a building, an organ of fifty, an officer, and what he is told by the audit.
import assert from 'node:assert/strict'
import { organ, person, post } from '@houqin/people'
import { people } from '@houqin/people/server'
import { building, room, seat, site } from '@houqin/places'
import { places } from '@houqin/places/server'
import { workplace } from '@houqin/staffing'
import { staffing } from '@houqin/staffing/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { officeSpace } from '@houqin/office-space/server'

export interface Audited {
  readonly standard: { readonly id: string }
  readonly subject: { readonly id: string; readonly name: string }
  readonly rooms: readonly { readonly id: string; readonly since: string }[]
  readonly findings: readonly {
    readonly level: string
    readonly says: string
    readonly measured: string
    readonly limit: string
    readonly cite: { readonly text: string }
    readonly mend: { readonly matter: string; readonly fill: Readonly<Record<string, string>> } | null
  }[]
}
export interface Desk extends TestSystem {
  readonly officer: Somebody
  readonly bureau: string
  readonly office: (number: string, area: string, more?: object) => Promise<string>
  readonly somebody: (name: string, rank: string, more?: object) => Promise<string>
  readonly sits: (who: string, where: string, from?: string, to?: string | null) => Promise<unknown>
  readonly audit: (query?: Readonly<Record<string, string>>, by?: Somebody) => Promise<readonly Audited[]>
  /** What it says of one person or organ. */
  readonly of: (id: string, query?: Readonly<Record<string, string>>) => Promise<readonly Audited[]>
}

export async function spaceDesk(): Promise<Desk> {
  const house = await testSubsystem([people, places, staffing, officeSpace], { at: '2026-11-24T09:00:00+08:00' })
  const officer = await house.as('places.officer', { name: '孙晓雯' })
  const yard = (await house.make(site, { name: '机关大院' })).id
  const tower = (await house.make(building, { site: yard, name: '1号楼', height: 'low' })).id
  const leadership = [{ rank: 'sectionChief', count: 1 }, { rank: 'sectionDeputy', count: 3 }]
  const bureau = (await house.make(organ, { name: '清溪区审计局', shortName: '审计局', establishment: 50, lines: { leadership } })).id
  await house.make(seat, { organ: bureau, site: yard, main: true, from: '2021-01-01', to: null })
  const audit: Desk['audit'] = async (query = {}, by = officer) => {
    const { status, body, text } = await by.get<{ rows: readonly Audited[] }>('/api/office-space/audit', query)
    assert.equal(status, 200, text)
    return body.rows
  }
  return {
    ...house, officer, bureau, audit,
    office: async (number, area, more = {}) => (await house.make(room, { site: yard, building: tower, number, title: null, use: 'office', purpose: 'office', area, seats: 4, grade: null, ...more })).id,
    async somebody(name, rank, more = {}) {
      const { id } = await house.make(person, { name, rank, organ: bureau, standing: 'active', employment: 'civil', leftOn: null, ...more })
      await house.make(post, { person: id, organ: bureau, kind: 'main', duty: 'staff', rank, from: '2024-01-01', to: null })
      return id
    },
    sits: (who, where, from = '2026-03-01', to = null) => house.make(workplace, { person: who, room: where, from, to }),
    of: async (id, query) => (await audit(query)).filter(({ subject }) => subject.id === id),
  }
}
