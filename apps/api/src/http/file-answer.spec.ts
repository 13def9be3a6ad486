import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { UnitOfWork } from '@assay/persistence'
import { Controller, Get, Module, Query } from '@nestjs/common'
import { NestFactory, Reflector } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'
import { z } from 'zod'
import { AnswerInterceptor } from './answer.interceptor.ts'
import { ReturnsFile } from './answers.ts'
import type { FileAnswer } from './file-answer.ts'
import { Idempotency } from './idempotency.ts'
import { buildOpenApi } from './openapi.ts'

@Controller('papers')
class PapersController {
  @Get('one.pdf')
  @ReturnsFile('application/pdf')
  read(@Query('name', { schema: z.string() }) name: string): FileAnswer {
    return { name, extension: 'pdf', bytes: Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff]) }
  }
}

@Module({ controllers: [PapersController] })
class PapersModule {}

let app: NestFastifyApplication
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(PapersModule, new FastifyAdapter(), {
    logger: false,
  })
  const idempotency = new Idempotency(new Reflector(), new UnitOfWork(new DataSource({ type: 'postgres' })))
  app.useGlobalInterceptors(new AnswerInterceptor(new Reflector(), idempotency))
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
})
afterAll(() => app.close())

const savedAs = async (name: string): Promise<string> => {
  const answer = await app.inject(`/papers/one.pdf?name=${encodeURIComponent(name)}`)
  expect(answer.statusCode).toBe(200)
  return String(answer.headers['content-disposition'])
}

test('a file comes byte by byte, with its kind, its length and a name', async () => {
  const answer = await app.inject('/papers/one.pdf?name=Kit%20packet')
  expect([...answer.rawPayload]).toEqual([0x25, 0x50, 0x44, 0x46, 0x00, 0xff])
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '6',
    'content-disposition': `attachment; filename="Kit packet.pdf"; filename*=UTF-8''Kit%20packet.pdf`,
  })
})

test('letters beyond ASCII keep their name for those who understand it', async () => {
  expect(await savedAs('Łódź – naïve')).toBe(
    `attachment; filename="odz  naive.pdf"; filename*=UTF-8''%C5%81%C3%B3d%C5%BA%20%E2%80%93%20na%C3%AFve.pdf`,
  )
  expect(await savedAs('面接')).toBe(
    `attachment; filename="document.pdf"; filename*=UTF-8''%E9%9D%A2%E6%8E%A5.pdf`,
  )
})

test('no name leaves the header, the folder or its extension', async () => {
  expect(await savedAs('a"; filename="x.exe\r\nSet-Cookie: a=b')).toBe(
    `attachment; filename="a ; filename= x.exe Set-Cookie a=b.pdf"; filename*=UTF-8''a%20%3B%20filename%3D%20x.exe%20Set-Cookie%20a%3Db.pdf`,
  )
  expect(await savedAs('../../etc/passwd')).toBe(
    `attachment; filename="etc passwd.pdf"; filename*=UTF-8''etc%20passwd.pdf`,
  )
  expect(await savedAs('invoice\u202Efdp')).toMatch(/^attachment; filename="invoice fdp\.pdf"/)
  expect(await savedAs('...')).toMatch(/^attachment; filename="document\.pdf"/)
  expect(await savedAs("it's (final)!")).toMatch(/filename\*=UTF-8''it%27s%20%28final%29%21\.pdf$/)
})

test('a very long name is cut, and never through a character', async () => {
  const header = await savedAs('😀'.repeat(150))
  expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(`${'😀'.repeat(100)}.pdf`)
})

test('the documentation says that it is a file', () => {
  const { paths } = buildOpenApi(app)
  expect(paths['/papers/one.pdf']?.get?.responses['200']).toMatchObject({
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  })
})
