// An odometer that begins with the car's last reading 里程预填, until somebody types another.
import { FieldInput } from '@houqin/web-kit'
import type { FieldInputProps } from '@houqin/web-kit'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { carIn, useReading } from './car-beside.ts'

export function ReadingInput(given: FieldInputProps): ReactNode {
  const { entry, beside, onChange } = given
  const reading = useReading(carIn(beside))
  const filled = useRef('')
  useEffect(() => {
    if (reading === null || entry !== filled.current || filled.current === String(reading)) return
    filled.current = String(reading)
    onChange(filled.current)
  }, [reading, entry, onChange])
  return <FieldInput {...given} />
}
