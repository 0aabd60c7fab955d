// Rows that others must not see 埋点: in every divided register and matter, one of another organ and another site, with a mark in its texts.
import { everyone } from '@houqin/define'
import type { Field, Fields, Role } from '@houqin/define'
import { sampleValues } from '@houqin/testing/sample-values'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'

/** Stands nowhere but in what was planted. */
export const mark = '他处勿看'

const isOpen = (roles: readonly Role[]): boolean => roles.some(({ role }) => role === everyone.role)

/** @param there the organ and the site they stand in. @param by whose matters they are. @returns the ids of what holds a planted row now. */
export async function plantRows(house: TestSystem, { there, by }: { there: { readonly organ: string; readonly site: string }; by: Somebody }): Promise<string[]> {
  const { system } = house
  const { catalogue, db } = system
  const planted: string[] = []
  const asker = await by.actor()
  for (const register of catalogue.registers.values()) {
    const { organ, site, person } = register.scope
    if (isOpen(register.access.read) || (organ === undefined && site === undefined) || person !== undefined) continue
    const place = { ...(organ !== undefined && organ !== 'id' && { [organ]: there.organ }), ...(site !== undefined && site !== 'id' && { [site]: there.site }) }
    if (Object.keys(place).length === 0) continue
    await house.make(register, { ...marked(register.fields), ...place })
    planted.push(register.id)
  }
  for (const matter of catalogue.matters.values()) {
    const { organ, site } = matter.scope
    if (isOpen(matter.access.read) || (organ === undefined && site === undefined)) continue
    const input = {
      ...sampleValues(matter.form, { nth: 7_000 + planted.length }), ...(await house.references(matter.form, matter.id)), ...marked(matter.form),
      ...(organ !== undefined && { [organ]: there.organ }), ...(site !== undefined && { [site]: there.site }),
    }
    const actor = { ...asker, principal: { ...asker.principal, grants: matter.access.start.map(({ role }) => ({ role, organs: null, sites: null })) } }
    try {
      await db.transaction().execute((tx) => system.matters.start(tx, actor, matter, { input }))
      planted.push(matter.id)
    } catch {
      // What a matter asks of its form beyond its fields is told by its own tests; the others carry the mark.
    }
  }
  return planted
}

/** The mark in the first text that takes it. */
function marked(fields: Fields): Record<string, string> {
  const takes = ([, field]: [string, Field]): boolean => field.kind === 'text' && !field.pattern && field.max >= mark.length + 3 && !field.grade
  const [first] = Object.entries(fields).filter(takes)
  return first ? { [first[0]]: `${mark}甲` } : {}
}
