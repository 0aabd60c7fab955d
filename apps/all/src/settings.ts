// The settings of one start: flags first, then HOUQIN_… in the environment, then what suits a first look.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fault } from '@houqin/fault'
import type { Tls } from '@houqin/server'

/** What a bureau may choose of how its doors are kept; left out, the house's own. */
export interface GuardSettings {
  /** Whether the three administrators must have a second factor; they must, but in a demonstration. */
  readonly secondFactor?: boolean
  /** What a new house is created with. */
  readonly crypto?: 'intl' | 'gm'
  readonly idleMinutes?: number
  readonly sessionHours?: number
  /** Rows with personal numbers above which an export needs approval. */
  readonly exportAbove?: number
}

export interface Settings {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly demo: boolean
  readonly publicUrl?: string
  readonly tls: Tls
  readonly worldDate?: string
  /** False where the demonstration's cars stay at home. */
  readonly cars?: boolean
  /** Where terminals reach the gateway; without it a free one, for the demonstration's cars alone. */
  readonly gatewayPort?: number
  /** Start although the key of the sealed passwords is gone. */
  readonly secretsLost?: boolean
  readonly guard?: GuardSettings
  /** A PostgreSQL of yours; without it the embedded one is started. */
  readonly databaseUrl?: string
}

const flags = {
  port: { type: 'string', short: 'p' },
  host: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'string' },
  'public-url': { type: 'string' },
  tls: { type: 'string' },
  'world-date': { type: 'string' },
  cars: { type: 'string' },
  'gateway-port': { type: 'string' },
  'second-factor': { type: 'string' },
  crypto: { type: 'string' },
  'idle-minutes': { type: 'string' },
  'session-hours': { type: 'string' },
  'export-above': { type: 'string' },
  'secrets-lost': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

type Flag = Exclude<keyof typeof flags, 'help' | 'secrets-lost'>

const standard = Object.freeze({ port: '8080', host: '0.0.0.0', data: './data', demo: 'on', tls: 'off' })

/** What `--help` prints. */
export const help = `npm start -- [选项 options]

  --port 8080             端口 port
  --host 0.0.0.0          监听地址 interface to listen on
  --data ./data           数据目录 data folder: database, files
  --demo on|off           空库是否装入演示数据 fill an empty database with the demonstration district
  --public-url URL        对外网址，印在二维码上 address people use, printed in QR codes
  --tls off|auto|CERT,KEY HTTPS：auto 用本机自签的证书，或给出证书与私钥（PEM 文件）
                          auto makes a certificate of its own; or certificate and key, PEM files
  --world-date YYYY-MM-DD 演示所用的“今天” today of the demonstration world
  --cars on|off           演示车辆是否上路 whether the demonstration's cars drive
  --gateway-port 6808     车载终端接入端口；不给则不对外接入 port for vehicle terminals; left out, none may come
  --second-factor on|off  三员必须用动态口令（演示中默认不要求） the three administrators must have a second factor
  --crypto intl|gm        建立时选用的密码套件：gm 为 SM3、SM4 suite a new house is created with: gm is SM3 and SM4
  --idle-minutes 30       多久不用自动退出 signed out after so long without use
  --session-hours 12      登录最长多久 a session ends after so long, used or not
  --export-above 500      含手机号、身份号码的清单超过多少条须审批 rows with personal numbers above which an export needs approval
  --secrets-lost          密钥文件丢失后仍然启动，密码须重新填写 start without the lost key of the sealed passwords
  --help

  每个选项都有同名环境变量 each has its variable: HOUQIN_PORT, HOUQIN_DATA, HOUQIN_PUBLIC_URL …
  DATABASE_URL            使用已有的 PostgreSQL 15+ use a PostgreSQL of yours
  HOUQIN_TIANDITU_KEY     天地图底图的密钥；自有瓦片等见 docs/operations.md the base map's key; tiles of yours and more there
`

/** Reads arguments and environment. Returns 'help' when asked for it; throws `all.bad-setting` naming the culprit. */
export function readSettings({ args, environment, folder }: {
  args: readonly string[]
  environment: NodeJS.ProcessEnv
  /** Relative paths start here. */
  folder: string
}): Settings | 'help' {
  const given = parse(args)
  if (given.help === true) return 'help'
  const value = (flag: Flag): string | undefined => given[flag] ?? (environment[variable(flag)] || undefined)
  const publicUrl = value('public-url')
  const worldDate = value('world-date')
  const [cars, gatewayPort] = [value('cars'), value('gateway-port')]
  const databaseUrl = environment['DATABASE_URL'] || undefined
  return {
    port: toPort(value('port') ?? standard.port),
    host: value('host') ?? standard.host,
    dataFolder: resolve(folder, value('data') ?? standard.data),
    demo: toSwitch(value('demo') ?? standard.demo),
    ...(publicUrl === undefined ? {} : { publicUrl: toUrl(publicUrl) }),
    tls: toTls(value('tls') ?? standard.tls, folder),
    ...(worldDate === undefined ? {} : { worldDate: toDay(worldDate) }),
    ...(cars === undefined ? {} : { cars: toSwitch(cars, 'cars') }),
    ...(gatewayPort === undefined ? {} : { gatewayPort: toPort(gatewayPort, 'gateway-port') }),
    ...guardOf(value),
    ...(given['secrets-lost'] === true && { secretsLost: true }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  }
}

function guardOf(value: (flag: Flag) => string | undefined): { readonly guard?: GuardSettings } {
  const whole = (flag: Flag, most: number): number | undefined => {
    const said = value(flag)
    if (said === undefined) return undefined
    if (/^[1-9]\d{0,5}$/.test(said) && Number(said) <= most) return Number(said)
    throw bad({ flag, said, zh: `应为 1 到 ${most} 的整数`, en: `it is a whole number from 1 to ${most}` })
  }
  const said = value('second-factor')
  const crypto = value('crypto')
  if (crypto !== undefined && crypto !== 'intl' && crypto !== 'gm') throw bad({ flag: 'crypto', said: crypto, zh: '只能是 intl 或 gm', en: 'it is intl or gm' })
  const given = {
    secondFactor: said === undefined ? undefined : toSwitch(said, 'second-factor'),
    crypto, idleMinutes: whole('idle-minutes', 24 * 60), sessionHours: whole('session-hours', 24), exportAbove: whole('export-above', 100_000),
  }
  const guard: GuardSettings = Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined))
  return Object.keys(guard).length > 0 ? { guard } : {}
}

function variable(flag: Flag): string {
  return `HOUQIN_${flag.toUpperCase().replaceAll('-', '_')}`
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true }).values
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw fault({ code: 'all.bad-setting', zh: `看不懂的选项（${why}）：用 --help 查看全部选项。`, en: `${why}. See --help.`, cause })
  }
}

function bad({ flag, said, zh, en }: { flag: Flag; said: string; zh: string; en: string }): Error {
  return fault({
    code: 'all.bad-setting',
    zh: `--${flag}（或 ${variable(flag)}）的值“${said}”不对：${zh}。`,
    en: `--${flag} (or ${variable(flag)}) cannot be "${said}": ${en}.`,
  })
}

function toPort(said: string, flag: Flag = 'port'): number {
  const port = Number(said)
  if (/^\d+$/.test(said) && port <= 65_535) return port
  throw bad({ flag, said, zh: '端口是 0 到 65535 的整数', en: 'a port is a whole number from 0 to 65535' })
}

function toSwitch(said: string, flag: Flag = 'demo'): boolean {
  if (said === 'on' || said === 'off') return said === 'on'
  throw bad({ flag, said, zh: '只能是 on 或 off', en: 'it is on or off' })
}

function toUrl(said: string): string {
  const url = URL.parse(said)
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/' && url.search === '' && url.hash === '') return url.origin
  throw bad({ flag: 'public-url', said, zh: '应形如 https://houqin.example.gov.cn，不带路径', en: 'it looks like https://houqin.example.gov.cn, without a path' })
}

function toTls(said: string, folder: string): Tls {
  if (said === 'off' || said === 'auto') return { kind: said }
  const [cert, key, ...more] = said.split(',')
  if (cert && key && more.length === 0) return { kind: 'files', cert: resolve(folder, cert), key: resolve(folder, key) }
  throw bad({ flag: 'tls', said, zh: '只能是 off、auto，或“证书文件，私钥文件”', en: 'it is off, auto, or two files: certificate,key' })
}

function toDay(said: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(said) ? Date.parse(`${said}T00:00:00Z`) : Number.NaN
  if (!Number.isNaN(day) && new Date(day).toISOString().startsWith(said)) return said
  throw bad({ flag: 'world-date', said, zh: '应是一个日期，如 2026-03-02', en: 'it is a day such as 2026-03-02' })
}
