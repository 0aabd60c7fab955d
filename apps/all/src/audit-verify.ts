// `npm run audit:verify` 验审计: walks the sealed chain from its first link and names the first that does not hold.
import { verifyAudit } from '@houqin/server/audit-heads'
import { borrowHouse } from './borrow-database.ts'
import { command, dataFolderOf, line, understood } from './command.ts'

const help = `npm run audit:verify -- [--data ./data]

  从第一环起核对审计封存链，并与数据目录中 audit-heads 逐时记下的链末比对；服务可以继续运行。
  Walks the sealed chain from its first link and holds it against the heads noted hour by hour in audit-heads of the data folder.
  DATABASE_URL 使用已有的 PostgreSQL 时须设置 as for npm start, with a PostgreSQL of yours

  结束码 exit code: 0 完整 whole · 3 有断点 broken · 1 没能核对 could not be verified
`
/** Whose word it is: the chain's, not ours. */
const kinds = Object.freeze({
  changed: ['内容或封条被改动', 'the entry or its seal was changed'],
  removed: ['条目被删除', 'the entry was removed'],
  inserted: ['事后补入，没有封条', 'the entry was put in afterwards and no link names it'],
  relinked: ['封条被删除或改接', 'a link was removed or joined elsewhere'],
  'unknown-suite': ['摘要算法不认识', 'the suite of its fingerprint is not known'],
  forged: ['链末记录的签名不是本系统所签', 'a noted head bears a signature that is not of this house'],
  cut: ['记下的链末已不在链中：末尾被截去，或整条链被重做', 'a head that was noted is no longer in the chain: its end was taken away, or all of it made anew'],
} as const)

await command(async () => {
  const { values, word } = understood(process.argv.slice(2), { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const)
  if (values.help === true || word !== undefined) {
    process.stdout.write(help)
    return values.help === true ? 0 : 1
  }
  const dataFolder = dataFolderOf(values.data)
  const database = await borrowHouse(dataFolder)
  try {
    const { sealed, unsealed, head, firstBroken, noted, signed } = await verifyAudit({ databaseUrl: database.url, dataFolder })
    line(`完好的封条 links that hold: ${sealed}；待封存 waiting for their seal: ${unsealed}；比对的链末 noted heads: ${noted}，签名相符 signed by this house: ${signed}`)
    if (head) line(`链末 head: ${head.seq} ${head.chain}`)
    if (!firstBroken) {
      line('审计完整 the audit is whole')
      return 0
    }
    const [zh, en] = kinds[firstBroken.kind]
    line(`审计有断点 the audit does not hold: ${zh} ${en}`)
    line(`  封条 link ${firstBroken.seq ?? '—'} · 条目 entry ${firstBroken.entryId ?? '—'} · 时间 at ${firstBroken.at.toISOString()}`)
    line(`  应为 expected  ${firstBroken.expected}`)
    line(`  实为 found     ${firstBroken.found}`)
    return 3
  } finally {
    await database.stop()
  }
})
