// A command on the wire 指令编码: the message of each kind in the terminal's edition, and what its answer says to people.
import { parameterIds } from '@houqin/jt808'
import type { Body, Edition, Message, MessageId, Parameter } from '@houqin/jt808'
import type { Command } from '../contract/command.ts'

/** Shown on the terminal's display; read aloud where it can. Urgent is a bit before 2019 and one of two from then on. */
const [onDisplay, aloud] = [1 << 2, 1 << 3]
const urgentBits = (urgent: boolean, edition: Edition): number => (edition === 2019 ? (urgent ? 0b10 : 0b01) : urgent ? 1 : 0)

export interface Wire<Id extends MessageId = MessageId> {
  readonly id: Id
  readonly body: (edition: Edition) => Body<Id>
}
const wire = <Id extends MessageId>(id: Id, body: (edition: Edition) => Body<Id>): Wire => ({ id, body })

export function wireOf(command: Command): Wire {
  switch (command.kind) {
    case 'locate': return wire(0x8201, () => ({}))
    case 'text': return wire(0x8300, (edition) => ({ flags: urgentBits(command.urgent, edition) | onDisplay | (command.aloud ? aloud : 0), type: edition === 2019 ? 1 : undefined, text: command.words }))
    case 'track': return wire(0x8202, () => ({ interval: command.every, validity: command.every > 0 ? command.lasts : undefined }))
    case 'read': return wire(0x8104, () => ({}))
    case 'set': return wire(0x8103, () => ({ parameters: parametersOf(command) }))
    // serial 0: every report of these alarms
    case 'confirm': return wire(0x8203, () => ({ serial: 0, alarms: command.alarms }))
  }
}
function parametersOf({ intervalSeconds, maxSpeed, server, port }: Extract<Command, { kind: 'set' }>): Parameter[] {
  const { reportStrategy, ...ids } = parameterIds
  return [
    // an interval counts only where the terminal reports by time
    ...(intervalSeconds === undefined ? [] : [{ id: reportStrategy, value: 0 }, { id: ids.intervalSeconds, value: intervalSeconds }]),
    ...(maxSpeed === undefined ? [] : [{ id: ids.maxSpeed, value: maxSpeed }]), ...(server === undefined ? [] : [{ id: ids.server, value: server }]), ...(port === undefined ? [] : [{ id: ids.tcpPort, value: port }]),
  ]
}

/** What is kept of an answer: the parameters by their names; null where the outcome says all. */
export function answerOf(message: Message | undefined): Readonly<Record<string, string | number>> | null {
  if (!message?.known || message.id !== 0x0104) return null
  const names = new Map<number, string>(Object.entries(parameterIds).map(([name, id]) => [id, name]))
  return Object.fromEntries(message.body.parameters.flatMap(({ id, value }) => {
    const name = names.get(id)
    return name === undefined || value instanceof Uint8Array ? [] : [[name, value]]
  }))
}
