// Commands in words 指令用语.
import { useSay } from '@houqin/web-kit'
import type { Command } from '../../contract/command.ts'
import type { CommandRow } from '../../contract/answers.ts'

export interface CommandWords {
  readonly what: (given: Command) => string
  readonly state: (row: CommandRow<string>) => string
  /** What one should know beyond the state; empty where there is nothing. */
  readonly more: (row: CommandRow<string>) => string
}

export function useCommandWords(): CommandWords {
  const say = useSay()
  const settings = ({ intervalSeconds, maxSpeed, server, port }: Extract<Command, { kind: 'set' }>): string => [
    ...(intervalSeconds === undefined ? [] : [say(`每 ${intervalSeconds} 秒上报`, `reports every ${intervalSeconds} s`)]), ...(maxSpeed === undefined ? [] : [say(`限速 ${maxSpeed} km/h`, `speed limit ${maxSpeed} km/h`)]),
    ...(server === undefined ? [] : [say(`服务器 ${server}`, `server ${server}`)]), ...(port === undefined ? [] : [say(`端口 ${port}`, `port ${port}`)]),
  ].join(say('、', ', '))
  const named: Readonly<Record<string, string>> = {
    heartbeatSeconds: say('心跳（秒）', 'heartbeat (s)'), server: say('服务器', 'server'), tcpPort: say('端口', 'port'), intervalSeconds: say('上报间隔（秒）', 'reports every (s)'), distanceMetres: say('上报距离（米）', 'reports every (m)'),
    sleepSeconds: say('休眠上报（秒）', 'asleep, every (s)'), maxSpeed: say('限速（km/h）', 'speed limit (km/h)'), overspeedSeconds: say('超速持续（秒）', 'overspeed after (s)'), continuousDriving: say('连续驾驶（秒）', 'continuous driving (s)'), plate: say('车牌', 'plate'),
  }
  return {
    what(given) {
      switch (given.kind) {
        case 'locate': return say('立即定位', 'Where is it now')
        case 'text': return say(`发文字“${given.words}”`, `Words “${given.words}”`)
        case 'track': return given.every === 0 ? say('停止密集跟踪', 'End tracking') : say(`密集跟踪：每 ${given.every} 秒，共 ${Math.round(given.lasts / 60)} 分钟`, `Track every ${given.every} s for ${Math.round(given.lasts / 60)} min`)
        case 'read': return say('读取参数', 'Read its settings')
        case 'set': return say(`设置参数：${settings(given)}`, `Set: ${settings(given)}`)
        case 'confirm': return say('确认报警', 'Acknowledge its alarm')
      }
    },
    state({ state, code }) {
      switch (state) {
        case 'confirming': return say('待另一人确认', 'Waits for a second officer')
        case 'queued': return say('待下发', 'About to leave')
        case 'sent': return say('已下发，等应答', 'Sent, no answer yet')
        case 'ok': return say('成功', 'Done')
        case 'rejected': return code === 3 ? say('终端不支持', 'Not supported') : code === 2 ? say('终端拒绝：消息有误', 'Refused as wrong') : say(`终端拒绝（${code ?? 1}）`, `Refused (${code ?? 1})`)
        case 'timeout': return say('没有应答', 'No answer')
        case 'offline': return say('不在线', 'Offline')
        case 'withdrawn': return say('已撤回', 'Withdrawn')
      }
    },
    more({ state, why, kind, answer }) {
      if (why === 'away') return say('终端没有连接，指令没有发出。等它上线后再发。', 'The terminal is not connected and nothing was sent. Send it again once it is.')
      if (why === 'link') return say('发出后连接断开，终端可能收到，也可能没有；不会自动重发。', 'The link ended after it was sent: it may have been heard or not. It is not sent again by itself.')
      if (why === 'gateway') return say('接入网关在等应答时停了，不知道终端是否收到；不会自动重发。', 'The gateway stopped while it waited, and nobody knows whether it was heard. It is not sent again by itself.')
      if (state === 'timeout') return say('发了三次，终端都没有应答。可能在信号盲区，稍后再试。', 'Sent three times without an answer. It may be without a signal; try again later.')
      if (state !== 'ok') return ''
      if (kind === 'locate') return say('位置已回报，显示在地图上。', 'It has said where it is: see the map.')
      return answer === null ? '' : Object.entries(answer).map(([name, value]) => `${named[name] ?? name} ${value}`).join(say(',', ', '))
    },
  }
}
