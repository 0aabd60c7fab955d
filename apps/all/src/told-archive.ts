// What an archive holds 备份内容, in a few lines for whoever keeps it.
import type { Manifest } from '@houqin/server/never-lost'

export function toldOf({ at, version, postgres, tables, files, audit, keys, signed }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const lines = [
    `  时刻 as of          ${at}（程序 version ${version}，PostgreSQL ${postgres}）`,
    `  数据 data           ${tables.length} 张表 tables，${rows} 行 rows；附件 files ${files.count}（${(files.bytes / 2 ** 20).toFixed(1)} MiB）`,
    `  审计 audit          ${audit.entries} 条 entries，封存 sealed ${audit.sealed}`,
    `  签名 signed         ${signed ? `${signed.scheme}，密钥 key ${signed.kid}` : '没有 not signed'}`,
    `  密钥与证书 keys     ${keys ? '在内 inside' : '不在内 not inside'}`,
  ]
  // whoever can rewrite everything can rewrite the chain, but not what somebody wrote down elsewhere
  if (audit.head !== null) lines.push(`  封存链末端 head     ${audit.head.seq} ${audit.head.chain}`)
  return lines.join('\n')
}
