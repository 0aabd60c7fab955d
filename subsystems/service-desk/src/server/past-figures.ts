// Past figures that fit 往期数据相符: no more finished than were reported, no more in time than were finished, no more stars than five for each.
import type { Fitting } from '@houqin/compose'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { pastFigure } from '../contract/index.ts'

interface Sums { readonly asked: number; readonly finished: number; readonly inTime: number; readonly rated: number; readonly stars: number; readonly label: string }
const mostStars = 5

export const pastFiguresFit: Fitting = Object.freeze({
  register: pastFigure,
  async refuse(tx: Parameters<Fitting['refuse']>[0], ids: readonly string[]) {
    const { rows: [wrong] } = await sql<Sums>`
      select label, asked, finished, in_time as "inTime", rated, stars from service_desk.past_figure
       where id = any(${ids}::uuid[]) and (finished > asked or in_time > finished or rated > finished or stars > ${mostStars} * rated or stars < rated) limit 1`.execute(tx)
    if (!wrong) return
    const { asked, finished, inTime, rated, stars } = wrong
    const [at, zh, en] =
      finished > asked ? ['finished', `完工 ${finished} 件多于报修 ${asked} 件`, `${finished} finished are more than ${asked} reported`]
      : inTime > finished ? ['inTime', `按时完工 ${inTime} 件多于完工 ${finished} 件`, `${inTime} finished in time are more than ${finished} finished`]
      : rated > finished ? ['rated', `有评价 ${rated} 件多于完工 ${finished} 件`, `${rated} rated are more than ${finished} finished`]
      : ['stars', `${rated} 个评价的星数合计应在 ${rated} 与 ${rated * mostStars} 之间，不会是 ${stars}`, `the stars of ${rated} ratings are between ${rated} and ${rated * mostStars}, never ${stars}`]
    const says = say(`“${wrong.label}”${zh}，请与来源报表核对。`, `“${wrong.label}”: ${en}. Check the report it was taken from.`)
    throw new Problem('bad-input', says, { issues: [{ at, says }] })
  },
})
