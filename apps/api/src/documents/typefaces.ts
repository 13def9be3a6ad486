import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'

/** What a text is set in: words, titles or code. */
export type Face = 'text' | 'title' | 'code'

interface Typeface {
  normal: string
  bold: string
  italics: string
  bolditalics: string
}

const hanken = (part: string): Typeface => {
  const file = (cut: string) => `@fontsource/hanken-grotesk/files/hanken-grotesk-${part}-${cut}.woff`
  return {
    normal: file('400-normal'),
    bold: file('600-normal'),
    italics: file('400-italic'),
    bolditalics: file('600-italic'),
  }
}
const besley = (part: string): Typeface => {
  const file = `@fontsource/besley/files/besley-${part}-500-normal.woff`
  return { normal: file, bold: file, italics: file, bolditalics: file }
}
const roboto = (cut: string): string => `pdfmake/fonts/Roboto/Roboto-${cut}.ttf`
const dejaVu = (cut: string): string => `dejavu-fonts-ttf/ttf/DejaVuSans${cut}.ttf`

/** The house's own for Latin; Roboto for Greek and Cyrillic; DejaVu for code, signs, Hebrew, Arabic and what else it has. */
const TYPEFACES = {
  Hanken: hanken('latin'),
  HankenExtended: hanken('latin-ext'),
  HankenVietnamese: hanken('vietnamese'),
  Besley: besley('latin'),
  BesleyExtended: besley('latin-ext'),
  Roboto: {
    normal: roboto('Regular'),
    bold: roboto('Medium'),
    italics: roboto('Italic'),
    bolditalics: roboto('MediumItalic'),
  },
  DejaVu: {
    normal: dejaVu(''),
    bold: dejaVu('-Bold'),
    italics: dejaVu('-Oblique'),
    bolditalics: dejaVu('-BoldOblique'),
  },
  Mono: {
    normal: dejaVu('Mono'),
    bold: dejaVu('Mono-Bold'),
    italics: dejaVu('Mono-Oblique'),
    bolditalics: dejaVu('Mono-BoldOblique'),
  },
} satisfies Record<string, Typeface>
export type TypefaceName = keyof typeof TYPEFACES

const CHAINS: Record<Face, [TypefaceName, ...TypefaceName[]]> = {
  text: ['Hanken', 'HankenExtended', 'HankenVietnamese', 'Roboto', 'DejaVu'],
  title: ['Besley', 'BesleyExtended', 'Roboto', 'DejaVu'],
  code: ['Mono', 'DejaVu'],
}

const { resolve } = createRequire(import.meta.url)
const bytesOf = (file: string): Uint8Array => readFileSync(resolve(file))

/** Some typefaces as pdfmake wants them named, and the content of each file under that name. */
export const typefaces = (
  names: Iterable<TypefaceName>,
): { fonts: Record<string, Typeface>; files: Map<string, Uint8Array> } => {
  const fonts = Object.fromEntries([...names].map((name) => [name, { ...TYPEFACES[name] }]))
  const files = new Set(Object.values(fonts).flatMap((typeface) => Object.values(typeface)))
  return { fonts, files: new Map([...files].map((file) => [file, bytesOf(file)])) }
}

const opened = new Map<TypefaceName, ReturnType<typeof create>>()
const has = (name: TypefaceName, codePoint: number): boolean => {
  let font = opened.get(name)
  if (font === undefined) {
    font = create(bytesOf(TYPEFACES[name].normal))
    opened.set(name, font)
  }
  return font.hasGlyphForCodePoint(codePoint)
}

const known = new Map<string, TypefaceName | undefined>()

/** The first typeface that has this character, or none. */
export const typefaceFor = (face: Face, character: string): TypefaceName | undefined => {
  const key = face + character
  if (!known.has(key)) {
    const codePoint = character.codePointAt(0)!
    known.set(
      key,
      CHAINS[face].find((name) => has(name, codePoint)),
    )
  }
  return known.get(key)
}

export const firstTypeface = (face: Face): TypefaceName => CHAINS[face][0]
