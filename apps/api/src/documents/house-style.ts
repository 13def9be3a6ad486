import { colors, levelColors } from './colors.ts'
import type { LayoutName, StyleName } from './document-definition.ts'
import type { Face } from './typefaces.ts'

interface Style {
  fontSize?: number
  lineHeight?: number
  color?: string
  bold?: boolean
  characterSpacing?: number
  margin?: [number, number, number, number]
}

export const textStyle: Style = { fontSize: 9.5, lineHeight: 1.14, color: colors.ink }

export const styles: Record<StyleName, Style> = {
  overline: { fontSize: 9, color: colors.muted },
  title: { fontSize: 25, lineHeight: 1.08, characterSpacing: -0.2 },
  lead: { fontSize: 11, lineHeight: 1.18, color: colors.muted },
  chapter: { fontSize: 17, lineHeight: 1.12, characterSpacing: -0.1 },
  heading: { fontSize: 12.5, lineHeight: 1.18 },
  label: { fontSize: 8.5, bold: true, color: colors.verdigris },
  spoken: { fontSize: 11, lineHeight: 1.2 },
  small: { fontSize: 8.3, lineHeight: 1.08 },
  quiet: { color: colors.muted },
  figure: { fontSize: 11, bold: true },
  roomy: { fontSize: 10, lineHeight: 1.16 },
  tick: { fontSize: 9, color: colors.muted },
  minutes: { fontSize: 9, bold: true, color: colors.muted },
  code: { fontSize: 8.2, lineHeight: 1.25 },
}

const TITLES = new Set<StyleName>(['title', 'chapter', 'heading'])

/** The face that a text of these styles is set in. */
export const faceOf = (names: readonly StyleName[]): Face => {
  if (names.includes('code')) return 'code'
  return names.some((name) => TITLES.has(name)) ? 'title' : 'text'
}

interface Grid {
  table: { body: unknown[][]; widths: unknown[] }
}
const none = (): number => 0
const isOuter = (place: number, count: number): boolean => place === 0 || place === count

/** Tables, by what they hold. Lines are thin and few; what is shaded also reads without its shade. */
export const tableLayouts: Record<LayoutName, object> = {
  facts: {
    hLineWidth: (row: number, { table }: Grid) => (isOuter(row, table.body.length) ? 0.6 : 0),
    vLineWidth: none,
    hLineColor: () => colors.strongLine,
    paddingLeft: none,
    paddingRight: () => 10,
    paddingTop: (row: number) => (row === 0 ? 8 : 0),
    paddingBottom: (row: number, { table }: Grid) => (row === table.body.length - 1 ? 8 : 0),
  },
  rows: {
    hLineWidth: (row: number) => (row === 0 ? 0 : 0.6),
    vLineWidth: none,
    hLineColor: (row: number) => (row === 1 ? colors.strongLine : colors.line),
    paddingLeft: (column: number) => (column === 0 ? 0 : 10),
    paddingRight: none,
    paddingTop: () => 4,
    paddingBottom: () => 3,
  },
  ruled: {
    hLineWidth: (row: number, { table }: Grid) => (row === table.body.length ? 0 : 0.6),
    vLineWidth: none,
    hLineColor: (row: number) => (row === 0 ? colors.strongLine : colors.line),
    paddingLeft: (column: number) => (column === 0 ? 0 : 12),
    paddingRight: none,
    paddingTop: () => 5,
    paddingBottom: none,
  },
  levels: {
    hLineWidth: (row: number) => (row === 0 ? 2.6 : 0.6),
    vLineWidth: (column: number, { table }: Grid) => (isOuter(column, table.widths.length) ? 0 : 0.6),
    hLineColor: (row: number, { table }: Grid, column: number) =>
      row === 0 ? levelColors[table.widths.length === 5 ? 5 : 4][column] : colors.line,
    vLineColor: () => colors.line,
    paddingLeft: (column: number) => (column === 0 ? 0 : 7),
    paddingRight: (column: number, { table }: Grid) => (column === table.widths.length - 1 ? 0 : 7),
    paddingTop: () => 4,
    paddingBottom: (row: number) => (row === 0 ? 2 : 0),
  },
  panel: {
    hLineWidth: none,
    vLineWidth: (column: number) => (column === 0 ? 2.4 : 0),
    vLineColor: () => colors.verdigris,
    paddingLeft: () => 11,
    paddingRight: () => 10,
    paddingTop: () => 8,
    paddingBottom: () => 2,
  },
  code: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: () => colors.line,
    vLineColor: () => colors.line,
    paddingLeft: () => 8,
    paddingRight: () => 8,
    paddingTop: () => 6,
    paddingBottom: () => 3,
  },
  banner: {
    hLineWidth: () => 0.8,
    vLineWidth: () => 0.8,
    hLineColor: () => colors.danger,
    vLineColor: () => colors.danger,
    paddingLeft: () => 6,
    paddingRight: () => 6,
    paddingTop: () => 2,
    paddingBottom: () => 1,
  },
}
