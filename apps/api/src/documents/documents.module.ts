import { Module } from '@nestjs/common'
import { DocumentsService } from './documents.service.ts'

@Module({ providers: [DocumentsService], exports: [DocumentsService] })
export class DocumentsModule {}
