import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  name: string
  content: Buffer | string
  /** What the archive says instead of the truth. */
  saysBytes?: number
  /** Left as it is, not packed. */
  stored?: true
  flags?: number
}

interface Around {
  /** Before the first part. */
  front?: Buffer
  comment?: string
}

/** A ZIP archive, part by part, as lies and all are asked for. */
export const zipFile = (parts: ZipPart[], { front = Buffer.alloc(0), comment = '' }: Around = {}): Buffer => {
  const locals: Buffer[] = [front]
  const directory: Buffer[] = []
  let offset = front.length
  for (const part of parts) {
    const packed = packedOf(part)
    const header = fixed(packed)
    const name = Buffer.from(part.name)
    const local = Buffer.concat([signed(0x04034b50), header, u16(name.length), u16(0), name, packed.bytes])
    directory.push(signed(0x02014b50), u16(20), header, u16(name.length), Buffer.alloc(12), u32(offset), name)
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const counts = Buffer.concat([u16(parts.length), u16(parts.length)])
  const ending = [signed(0x06054b50), u32(0), counts, u32(central.length), u32(offset), u16(comment.length)]
  return Buffer.concat([...locals, central, ...ending, Buffer.from(comment)])
}

interface Packed {
  bytes: Buffer
  crc: number
  says: number
  method: number
  flags: number
}

const packedOf = ({ content, saysBytes, stored, flags = 0x800 }: ZipPart): Packed => {
  const whole = Buffer.from(content)
  return {
    bytes: stored ? whole : deflateRawSync(whole),
    crc: crc32(whole),
    says: saysBytes ?? whole.length,
    method: stored ? 0 : 8,
    flags,
  }
}

const fixed = ({ bytes, crc, says, method, flags }: Packed): Buffer =>
  Buffer.concat([u16(20), u16(flags), u16(method), u16(0), u16(0), u32(crc), u32(bytes.length), u32(says)])

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
const signed = u32
