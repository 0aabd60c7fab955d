// Publishing 公示: the organs' rooms of the day are frozen, another checks them, and everybody reads the newest edition.
import { createHash } from 'node:crypto'
import type { Db, Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { publication } from '../../contract/index.ts'
import type { PublishedOrgan } from '../../contract/index.ts'
import { cityLedger } from '../city/ledger-rows.ts'
import type { Edition } from '../../contract/answers.ts'

export function publicationEffects({ clock }: System): Effects {
  return effects(publication, {
    async start({ tx, matter: { id, form }, engine }) {
      const { rows: [before] } = await sql<{ open: string | null; edition: number }>`
        select max(m.number) filter (where m.state in ('draft', 'checked')) as open, coalesce(max(p.edition) filter (where m.state = 'published'), 0)::int as edition
          from office_space.publication p join matter.matter m on m.id = p.matter where p.year = ${form.year} and p.matter <> ${id}::uuid`.execute(tx)
      if (before?.open) throw new Problem('conflict', say(`${before.open} 还没有公示。先公示或作废。`, `${before.open} is not published yet. Publish it or drop it first.`))
      const edition = (before?.edition ?? 0) + 1
      if (edition > 1 && !form.corrects) {
        const says = say('这一年已经公示过，写明更正了什么', 'The year was published before; say what is corrected')
        throw new Problem('bad-input', say('还有一项没有填。', 'Something is missing.'), { issues: [{ at: 'input.corrects', says }] })
      }
      const { sheet, ...facts } = await frozenOn(tx, clock.today())
      await sql`insert into office_space.published (matter, organs) values (${id}::uuid, ${sheet}::jsonb)`.execute(tx)
      await engine.setFacts({ edition, ...facts })
    },
    async check({ actor, matter }) {
      if (matter.requester !== null && matter.requester === actor.principal.person) throw new Problem('not-allowed', say('起草的人不能自己核对，请另一位场所管理员或局领导核对。', 'Whoever drafted it does not check it; another places officer or a leader does.'))
    },
    async publish({ engine }) {
      await engine.setFacts({ publishedOn: clock.today() })
    },
  })
}

/** What is published of a day (YYYY-MM-DD): the organs' sheet as JSON, and the facts beside it. */
export async function frozenOn(tx: Tx, day: string) {
  const ledger = await cityLedger(tx, day)
  const sites = ledger.filter(({ kind }) => kind === 'site')
  const built = decimal.sum(['0.00', ...sites.map(({ values }) => values.siteBuiltArea ?? '0')])
  const organs = ledger.filter(({ kind }) => kind === 'organ').map(({ key, name, values: v }): PublishedOrgan => ({
    organ: key, name, establishment: v.organEstablishment ?? '0', people: v.organPeople ?? '0', rooms: v.organRooms ?? '0',
    office: v.organOffice ?? '0', service: v.organService ?? '0', equipment: v.organEquipment ?? '0', beside: v.organBeside ?? '0',
  }))
  const sheet = JSON.stringify(organs)
  return {
    sheet, day, sites: sites.length, organs: organs.length, built, digest: createHash('sha256').update(`${sites.length} ${built}\n${sheet}`).digest('hex'),
    area: decimal.sum(['0.00', ...organs.flatMap(({ office, service, equipment }) => [office, service, equipment])]),
  }
}

/** What was published, the newest first; drafts are nobody's business. */
export async function publishedEditions(db: Db): Promise<readonly Edition[]> {
  const { rows } = await sql<Edition>`
    select m.number, p.year, p.edition, p.day::text as day, p.published_on::text as "publishedOn", p.corrects, p.organs, p.sites, p.built::text as built, p.area::text as area, p.digest
      from office_space.publication p join matter.matter m on m.id = p.matter where m.state = 'published' order by p.year desc, p.edition desc`.execute(db)
  return rows
}
/** @throws Problem not-found for what was not published. */
export async function publishedOrgans(db: Db, number: string): Promise<readonly PublishedOrgan[]> {
  const { rows: [found] } = await sql<{ organs: readonly PublishedOrgan[] }>`
    select d.organs from office_space.published d join matter.matter m on m.id = d.matter where m.number = ${number} and m.state = 'published'`.execute(db)
  if (!found) throw new Problem('not-found', say('没有这一版公示。', 'Nothing was published under this number.'))
  return found.organs
}
