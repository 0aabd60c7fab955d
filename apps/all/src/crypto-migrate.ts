// `npm run crypto:migrate` 更换密码套件: from intl to gm or back, resumable, verified.
import { fault } from '@houqin/fault'
import { migrateCrypto, suiteNamed } from '@houqin/server/crypto-migration'
import { borrowHouse } from './borrow-database.ts'
import { command, dataFolderOf, line, progressLine, understood } from './command.ts'

const help = `npm run crypto:migrate -- --to gm|intl [--data ./data]

  更换密码套件：重新加密保存的密码与动态口令密钥，换签名密钥，审计链由新算法接着封存。先备份，再停止服务。
  Changes the suite: stored passwords and second factors are sealed anew, the signing key is followed by another, and the audit's chain goes on
  under the new digest. Take a backup, then stop the server. Interrupted, run it again: it goes on where it stopped.
  登录密码（argon2id）、文件与登录令牌（SHA-256）不变 Passwords of people (argon2id), files and tokens (SHA-256) stay as they are.
  DATABASE_URL 使用已有的 PostgreSQL 时须设置 as for npm start, with a PostgreSQL of yours

  结束码 exit code: 0 已换，审计完整 changed and whole · 3 已换，但审计有断点 changed, but the audit does not hold · 1 没有换成 not changed
`

await command(async () => {
  const { values, word } = understood(process.argv.slice(2), { to: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const)
  if (values.help === true || word !== undefined || values.to === undefined) {
    process.stdout.write(help)
    return values.help === true ? 0 : 1
  }
  const to = suiteNamed(values.to)
  if (!to) throw fault({ code: 'all.bad-setting', zh: `没有 ${values.to} 这个密码套件：请用 --to gm 或 --to intl。`, en: `There is no suite ${values.to}: use --to gm or --to intl.` })
  const dataFolder = dataFolderOf(values.data)
  const database = await borrowHouse(dataFolder)
  try {
    const { changed, audit: { sealed, head, firstBroken } } = await migrateCrypto({ databaseUrl: database.url, dataFolder, to, progress: progressLine })
    line(changed
      ? `已由 ${changed.from} 换为 ${to.id}${changed.resumed ? '（接着上次）' : ''}：重新加密 ${changed.resealed} 项 changed from ${changed.from} to ${to.id}, ${changed.resealed} sealed anew`
      : `已经是 ${to.id}，没有改动 the suite is ${to.id} already, nothing was changed`)
    if (changed) line('签名公钥已更换：请用 npm run signing-key 打印，并告知核验的人。 There is another signing key: print it with npm run signing-key and hand it out.')
    line(`完好的封条 links that hold: ${sealed}${head ? `；链末 head: ${head.seq} ${head.chain}` : ''}`)
    if (!firstBroken) return 0
    line('审计有断点，请运行 npm run audit:verify 查看 The audit does not hold: run npm run audit:verify.')
    return 3
  } finally {
    await database.stop()
  }
})
