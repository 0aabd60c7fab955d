// Matters of a leaver 未结事项: in hand, asked to approve, asked for by him, or naming him; each is handed to somebody else.
import { handOver, owedBy } from '@houqin/hand-over'
import type { How } from '@houqin/hand-over'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { sql } from 'kysely'
import type { OwedItem } from '../../contract/answers.ts'
import type { Source } from './item.ts'

const groups: Readonly<Record<How, Sentence>> = Object.freeze({
  holder: say('手头的事项', 'Matters in hand'),
  approver: say('等他审批的', 'Approvals he is asked for'),
  asker: say('他提出、还没有办结的', 'What he asked for and is not closed'),
  named: say('以后会转回给他的', 'What would come back to him'),
})
const isHow = (word: string | undefined): word is How => word !== undefined && Object.hasOwn(groups, word)

export const owedMatters: Source = Object.freeze<Source>({
  source: 'matter',
  async find(db, { catalogue, word }, { person, matter: without, stays, wentAt }, locale) {
    const owed = await owedBy(db, catalogue, { person, without })
    return owed
      // Who stays in the district goes on asking for what he asked for.
      .filter(({ how, openedAt }) => !(stays && how === 'asker') && (wentAt === null || !stays || openedAt < wentAt))
      .map(({ matter, number, subject, state, how }): OwedItem => {
        const title = catalogue.matters.get(matter)?.states[state]?.title ?? state
        return {
          key: `matter:${how}:${number}`, group: groups[how][locale], title: subject, detail: `${number} · ${word(`${matter}.states.${state}`, title, locale)}`,
          opens: { matter, number }, ways: ['hand'], byItself: false, byApprovalOfficer: false,
        }
      })
  },
  async settle(tx, system, { leaver, actor, id, to }) {
    const [how, number = ''] = id.split(':')
    if (!isHow(how) || to === null) throw new Error(`no way to settle ${id}`)
    if (how === 'approver' && to === actor.principal.person) throw new Problem('not-allowed', say(
      `不能把 ${number} 的审批交给自己，请另选一位。`, `Nobody hands the approval of ${number} to himself; choose somebody else.`,
    ))
    const { rows: [successor] } = await sql<{ name: string }>`select label as name from people.person where id = ${to}::uuid`.execute(tx)
    await handOver(tx, system, {
      actor, number, from: leaver.person, to, how, because: `因离岗 ${leaver.number}，由${leaver.name}交${successor?.name ?? ''}`,
    })
  },
})
