// What a start prints when it is ready: where, as whom, how to stop; the same in Chinese and English.
import { networkInterfaces } from 'node:os'
import type { RunningServer } from '@houqin/server'
import type { Settings } from './settings.ts'

export function announcement({ server, settings }: { server: RunningServer; settings: Settings }): string {
  const { address, accounts, setup, trust } = server
  const addresses = [address, ...(settings.publicUrl === undefined ? elsewhere(address, settings.host) : [])].join('  ')
  const lines = ['', `智慧后勤已就绪 Houqin is ready:  ${addresses}`]
  if (trust)
    lines.push(
      '',
      '本系统用自己签发的证书。各设备首次访问前请打开下面的网页安装证书，并核对指纹：',
      'The certificate is of our own making. Before its first visit each device installs it from this page; compare the fingerprint:',
      `  ${[trust.address, ...elsewhere(trust.address, settings.host)].join('  ')}`,
      `  SHA-256 ${trust.sha256}`,
    )
  if (setup)
    lines.push(
      '',
      '系统还没有管理员。请打开下面的一次性链接，建立系统、安全、审计三名管理员（24 小时内有效，只能用一次）：',
      'There are no administrators yet. Open this one-time link to make the first three (valid for 24 hours, once):',
      `  ${setup.address}`,
    )
  const password = accounts[0]?.password
  if (password !== undefined) {
    lines.push('', `演示账号（密码均为 ${password}） demonstration accounts, password ${password}：`)
    for (const { username, name, role, tries } of accounts) lines.push(`  ${username.padEnd(14)}${name}  ${role} — ${tries}`)
  }
  lines.push('', '按 Ctrl-C 停止。 Press Ctrl-C to stop.', '')
  return lines.join('\n')
}

// A phone on the same network cannot open localhost.
function elsewhere(address: string, host: string): string[] {
  if (host !== '0.0.0.0') return []
  const outward = Object.values(networkInterfaces()).flat().filter((at) => at?.family === 'IPv4' && !at.internal)
  return outward.map((at) => address.replace('localhost', at?.address ?? ''))
}
