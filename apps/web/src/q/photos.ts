// Photographs of a report: made small on the telephone, drawn anew so that position stays behind, sent as soon as they are chosen.
import type { HandedFile } from '@houqin/wire'
import { element } from './element.ts'
import { ask, isFault, newKey } from './server.ts'
import { say } from './words.ts'

const mostPixels = 1600

export interface Photos {
  readonly box: HTMLElement
  /** Upload tokens of those that arrived. */
  readonly tokens: () => readonly string[]
  readonly isSending: () => boolean
}

export function photoInput({ code, id, most }: { code: string; id: string; most: number }): Photos {
  const held: string[] = []
  let under = 0
  const issue = element('p', { class: 'issue', role: 'alert' })
  const input = element('input', { type: 'file', id, accept: 'image/*', multiple: true })
  const add = element('label', { class: 'photo add' }, say('拍照', 'Photo'), input)
  const row = element('div', { class: 'photos' }, add)
  const settle = (): void => {
    add.hidden = held.length + under >= most
  }
  input.addEventListener('change', () => {
    const chosen = Array.from(input.files ?? []).slice(0, most - held.length - under)
    input.value = ''
    issue.textContent = ''
    for (const file of chosen) void send(file)
  })

  async function send(file: File): Promise<void> {
    under++
    const tile = element('div', { class: 'photo', role: 'status' }, say('上传中', 'Sending'))
    row.insertBefore(tile, add)
    settle()
    const small = await shrink(file)
    const body = new FormData()
    if (small) body.append('file', small, 'photo.jpg')
    const answer = small ? await ask<HandedFile>(`${code}/files`, { body, key: newKey() }) : undefined
    under--
    if (!small || !answer || isFault(answer)) {
      tile.remove()
      issue.textContent = answer && isFault(answer) ? answer.fault : say('这张照片打不开，请换一张。', 'This photo cannot be read; choose another.')
      return settle()
    }
    const { token } = answer
    held.push(token)
    const picture = element('img', { src: URL.createObjectURL(small), alt: say('已选的照片', 'Chosen photo') })
    const remove = element('button', {
      type: 'button',
      'aria-label': say('移除照片', 'Remove the photo'),
      onclick: () => {
        held.splice(held.indexOf(token), 1)
        tile.remove()
        settle()
      },
    }, '×')
    tile.textContent = ''
    tile.removeAttribute('role')
    tile.append(picture, remove)
    settle()
  }
  return { box: element('div', {}, element('p', { class: 'quiet' }, say('涉密文件不得上传。', 'No classified files.')), row, issue), tokens: () => held.slice(), isSending: () => under > 0 }
}

/** @returns a JPEG of at most 1600 px, or nothing when the browser cannot read the picture. */
async function shrink(file: File): Promise<Blob | undefined> {
  const address = URL.createObjectURL(file)
  try {
    const picture = await load(address)
    const factor = Math.min(1, mostPixels / Math.max(picture.naturalWidth, picture.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.naturalWidth * factor))
    canvas.height = Math.max(1, Math.round(picture.naturalHeight * factor))
    const pen = canvas.getContext('2d')
    if (!pen) return undefined
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
    return blob || undefined
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(address)
  }
}
/** An image element turns the picture upright by itself and is known to every webview. */
function load(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image()
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new Error('unreadable'))
    picture.src = address
  })
}
