// The settings of one start: what is understood, what comes first, and which sentence a slip earns.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isFault } from '@houqin/fault'
import { readSettings } from '../src/settings.ts'

const read = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) => readSettings({ args, environment, folder: '/srv/houqin' })

describe('settings', () => {
  it('suit a first look when nothing is said', () => {
    assert.deepEqual(read([]), { port: 8080, host: '0.0.0.0', dataFolder: '/srv/houqin/data', demo: true, tls: { kind: 'off' } })
  })

  it('come from flags, then from the environment', () => {
    const environment = {
      HOUQIN_PORT: '9000', HOUQIN_DATA: '/var/data', HOUQIN_DEMO: 'off', HOUQIN_PUBLIC_URL: 'https://houqin.example.gov.cn/',
      HOUQIN_TLS: 'cert.pem,key.pem', HOUQIN_WORLD_DATE: '2026-03-02', HOUQIN_HOST: '127.0.0.1', DATABASE_URL: 'postgresql://db/houqin',
    }
    const fromEnvironment = {
      port: 9000, host: '127.0.0.1', dataFolder: '/var/data', demo: false, publicUrl: 'https://houqin.example.gov.cn',
      tls: { kind: 'files', cert: '/srv/houqin/cert.pem', key: '/srv/houqin/key.pem' }, worldDate: '2026-03-02', databaseUrl: 'postgresql://db/houqin',
    }
    assert.deepEqual(read([], environment), fromEnvironment)
    assert.deepEqual(read(['--port', '80', '--demo=on'], environment), { ...fromEnvironment, port: 80, demo: true })
  })

  it('make a certificate of their own when asked', () => {
    const settings = read(['--tls', 'auto'])
    assert.ok(settings !== 'help')
    assert.deepEqual(settings.tls, { kind: 'auto' })
  })

  it('start without a lost key only when told so', () => {
    const settings = read(['--secrets-lost'])
    assert.ok(settings !== 'help')
    assert.equal(settings.secretsLost, true)
  })

  it('leave the cars at home, or let terminals in by a port', () => {
    const settings = read(['--cars', 'off', '--gateway-port', '6808'])
    assert.ok(settings !== 'help')
    assert.deepEqual([settings.cars, settings.gatewayPort], [false, 6808])
  })

  it('ask for help', () => {
    assert.equal(read(['--help']), 'help')
  })

  for (const [args, zh] of [
    [['--port', 'eighty'], '--port（或 HOUQIN_PORT）的值“eighty”不对：端口是 0 到 65535 的整数。'],
    [['--port', '65536'], '--port（或 HOUQIN_PORT）的值“65536”不对：端口是 0 到 65535 的整数。'],
    [['--demo', 'yes'], '--demo（或 HOUQIN_DEMO）的值“yes”不对：只能是 on 或 off。'],
    [['--public-url', 'houqin.example.gov.cn'], '--public-url（或 HOUQIN_PUBLIC_URL）的值“houqin.example.gov.cn”不对：应形如 https://houqin.example.gov.cn，不带路径。'],
    [['--public-url', 'https://example.gov.cn/houqin'], '--public-url（或 HOUQIN_PUBLIC_URL）的值“https://example.gov.cn/houqin”不对：应形如 https://houqin.example.gov.cn，不带路径。'],
    [['--tls', 'cert.pem'], '--tls（或 HOUQIN_TLS）的值“cert.pem”不对：只能是 off、auto，或“证书文件，私钥文件”。'],
    [['--world-date', '2026-02-30'], '--world-date（或 HOUQIN_WORLD_DATE）的值“2026-02-30”不对：应是一个日期，如 2026-03-02。'],
  ] as const) {
    it(`refuse ${args.join(' ')} in one sentence`, () => {
      assert.throws(() => read(args), (error) => {
        assert.ok(isFault(error))
        assert.equal(error.code, 'all.bad-setting')
        assert.equal(error.zh, zh)
        assert.match(error.en, new RegExp(`^${args[0]} \\(or HOUQIN_`))
        return true
      })
    })
  }

  it('refuse a flag nobody knows', () => {
    assert.throws(() => read(['--prot', '80']), /看不懂的选项（.*--prot/)
  })
})
