// Texts 文本: cut to what the other side takes, made harmless for the markup it reads.

/** Cut to so many bytes of UTF-8, never within a character; a cut is shown by an ellipsis. */
export function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  const room = bytes - Buffer.byteLength('…')
  let kept = ''
  let used = 0
  for (const sign of text) {
    used += Buffer.byteLength(sign)
    if (used > room) break
    kept += sign
  }
  return `${kept}…`
}

export const escapedHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
/** What would be read as emphasis, a link or a heading in the small Markdown of group robots. */
export const escapedMarkdown = (text: string): string => text.replace(/[\\`*_[\]#<>]/g, (sign) => `\\${sign}`)
