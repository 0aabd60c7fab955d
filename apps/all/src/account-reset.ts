// npm run account:reset -- <username>: a password to hand over for an account of any role, made on the machine itself.
import { parseArgs } from 'node:util'
import { fault } from '@houqin/fault'
import { resetAccount } from '@houqin/server/reset-account'
import type { ResetAccount } from '@houqin/server/reset-account'
import { borrowHouse } from './borrow-database.ts'
import { command, dataFolderOf, line } from './command.ts'

const help = `npm run account:reset -- <用户名 username> [--data ./data]

  为任何角色的账号生成一次性交接密码：下次登录须修改，已有登录立即结束，记入审计。
  Makes a password to hand over for an account of any role: changed at the next sign-in, its sessions end, it is audited.
  DATABASE_URL 使用已有的 PostgreSQL 时须设置 as for npm start, with a PostgreSQL of yours
`

await command(async () => {
  process.stdout.write(await answer(process.argv.slice(2)))
  return 0
})

async function answer(args: readonly string[]): Promise<string> {
  const { username, dataFolder } = asked(args)
  if (username === undefined) return help
  const database = await borrowHouse(dataFolder, () => line('· 服务没有运行，暂时启动内嵌数据库 the server is not running; its database is started for the moment'))
  try {
    return told(await resetAccount({ databaseUrl: database.url, dataFolder, username }))
  } finally {
    await database.stop()
  }
}

/** No username: help was asked for. */
function asked(args: readonly string[]): { username?: string; dataFolder: string } {
  try {
    const { values, positionals: [username, ...more] } = parseArgs({
      args: [...args], allowPositionals: true, options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    const dataFolder = dataFolderOf(values.data)
    if (values.help === true) return { dataFolder }
    if (username === undefined || more.length > 0) throw new Error('one username is needed')
    return { username, dataFolder }
  } catch (cause) {
    throw fault({
      code: 'all.bad-setting',
      zh: '请给出一个用户名，例如 npm run account:reset -- liu.min；全部选项见 --help。',
      en: 'Give one username, as in npm run account:reset -- liu.min. See --help.',
      cause,
    })
  }
}

function told({ username, name, handoverPassword, disabled }: ResetAccount): string {
  return [
    `${username}（${name}）的一次性密码 one-time password:  ${handoverPassword}`,
    '请当面交给本人，首次登录须修改。 Hand it over in person; it must be changed at the first sign-in.',
    ...(disabled ? ['该账号已停用，须由系统管理员启用后才能登录。 The account is disabled: the system administrator enables it first.'] : []),
    '',
  ].join('\n')
}
