// `npm run export:verify` 核验导出文件: whether a sheet left this house, and still is as it left.
import { existsSync } from 'node:fs'
import { fault } from '@houqin/fault'
import { verifySheet } from '@houqin/server/verify-sheet'
import { command, dataFolderOf, line, pathFromCaller, understood } from './command.ts'

const help = `npm run export:verify -- FILE.xlsx [--data ./data | --public-key houqin.pem]

  核验导出的 Excel 是不是本系统签发、有没有被改过。不连数据库，不联网；给出公钥即可在别的机器上核验。
  Tells whether an exported sheet was signed by this house and is unchanged. Needs no database and no network; with a public key, not even this machine.

  结束码 exit code: 0 原件 whole · 3 不是原件 not whole · 1 没能核验 could not be verified
`
const says = Object.freeze({
  whole: '本系统签发的原件 signed by this house and unchanged',
  changed: '内容被改动，或签名不符 it was changed, or its signature does not fit',
  unsigned: '没有签名：不是本系统导出的，或导出后另存过 it bears no signature: of another origin, or saved anew since',
  foreign: '由不认识的密钥签名：请核对公钥 signed by a key that is not known here: see whether the public key is the right one',
} as const)

await command(async () => {
  const { values, word } = understood(process.argv.slice(2), { data: { type: 'string' }, 'public-key': { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const)
  if (values.help === true || word === undefined) {
    process.stdout.write(help)
    return values.help === true ? 0 : 1
  }
  const file = pathFromCaller(word)
  if (!existsSync(file)) throw fault({ code: 'all.no-file', zh: `没有这个文件：${file}。`, en: `There is no such file: ${file}.` })
  const { state, at, kid } = await verifySheet({ file, dataFolder: dataFolderOf(values.data), publicKeys: values['public-key'] && pathFromCaller(values['public-key']) })
  line(says[state])
  if (at !== null) line(`签发时间 signed at: ${at} · 公钥 key: ${kid}`)
  return state === 'whole' ? 0 : 3
})
