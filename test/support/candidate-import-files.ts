import { csvOf } from './candidate-imports.ts'

export const IMPORT_HEADER = [
  'First Name',
  'Last Name',
  'Email',
  'Phone',
  'Company',
  'Title',
  'Source',
  'Tags',
  'Job',
]

/** As another system writes them: 500 people, of whom each twenty-fifth is wrong in one of four ways. */
export const fiveHundred = (job: string): { csv: string; wrong: number } => {
  const rows = Array.from({ length: 500 }, (_, index) => {
    const number = index + 1
    const person = [
      `Given${number}`,
      `Family "${number}"`,
      `person${number}@export.example`,
      `+46 70 100 ${String(1_000 + number)}`,
      'Analytical, Engines',
      number % 3 === 0 ? '=SUM(A1)' : 'Engineer',
      'Fair',
      'north; fair',
      job,
    ]
    return number % 25 === 0 ? spoilt(person, (number / 25) % 4) : person
  })
  return { csv: csvOf([IMPORT_HEADER, ...rows]), wrong: 20 }
}

const spoilt = (person: string[], way: number): string[] => {
  const row = [...person]
  if (way === 0) [row[0], row[1]] = ['', '']
  else if (way === 1) row[2] = 'not an address'
  else if (way === 2) row[3] = 'ask her'
  else row[8] = 'A job that nobody opened'
  return row
}

/** What somebody does with the report in a spreadsheet. */
export const mended = (report: string, job: string): string => {
  let count = 0
  return report
    .replaceAll('"","",', '"Mended","Person",')
    .replaceAll('"not an address"', () => `"mended${(count += 1)}@export.example"`)
    .replaceAll('"ask her"', '""')
    .replaceAll('"A job that nobody opened"', `"${job}"`)
}
