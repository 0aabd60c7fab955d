// A printed code 二维码: the square that opens a public page, drawn as one path.
import qrcode from 'qrcode-generator'
import { useMemo } from 'react'
import type { ReactNode } from 'react'

/** @param text the whole address. @param size in millimetres when printed. */
export function QrPicture({ text, size, label }: { text: string; size: number; label: string }): ReactNode {
  const { count, path } = useMemo(() => draw(text), [text])
  return (
    <svg viewBox={`-4 -4 ${count + 8} ${count + 8}`} width={`${size}mm`} height={`${size}mm`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect x={-4} y={-4} width={count + 8} height={count + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function draw(text: string): { count: number; path: string } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row++) for (let column = 0; column < count; column++) if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`
  return { count, path }
}
