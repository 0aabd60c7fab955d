// `npm run signing-key` 签名公钥: by which anybody verifies what this house has signed.
import { pemOf, signingKeys } from '@houqin/server/signing-key'
import { command, dataFolderOf, understood } from './command.ts'

const help = `npm run signing-key -- [--data ./data]

  打印本系统的签名公钥（PEM）。交给核验的人：他据此核验备份与审计链末，无须信任本机。
  Prints the public key of this house as PEM. Hand it to whoever verifies archives and heads of the audit without trusting this machine.

  核验备份 an archive:   npm run backup -- --verify FILE --public-key houqin.pem
  只用 with openssl 3:   docs/operations.md
`

await command(async () => {
  const { values, word } = understood(process.argv.slice(2), { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const)
  if (values.help === true || word !== undefined) {
    process.stdout.write(help)
    return values.help === true ? 0 : 1
  }
  const { current, former } = await signingKeys(dataFolderOf(values.data))
  process.stdout.write(`现用 in use: ${current.scheme} ${current.kid}\n${pemOf(current)}`)
  for (const key of former) process.stdout.write(`曾用 formerly: ${key.scheme} ${key.kid}\n对继任公钥的签名 signed its successor: ${key.successor.toString('base64url')}\n${pemOf(key)}`)
  return 0
})
