// Which car 哪辆车 in a derived form: from the ledger for who reads it, else among those he drove and those of his organ.
import { ChoicePicker, FieldInput, useCan } from '@houqin/web-kit'
import type { FieldInputProps } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { vehicle } from '../../../contract/index.ts'
import { myCars } from './my-cars.ts'

export function CarInput(given: FieldInputProps): ReactNode {
  const reads = useCan(vehicle.id)('read')
  return reads ? <FieldInput {...given} /> : <OfMine {...given} />
}

function OfMine({ entry, onChange, input }: FieldInputProps): ReactNode {
  const { data } = useQuery(myCars)
  const cars = data?.rows ?? []
  const chosen = typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : null
  return (
    <ChoicePicker
      input={input} clearable chosen={chosen} options={cars.map((car) => ({ key: car.id, label: `${car.plate} ${car.brand}` }))}
      onChange={(id) => {
        const car = cars.find((one) => one.id === id)
        onChange(car ? { id: car.id, name: `${car.plate} ${car.brand}` } : null)
      }}
    />
  )
}
