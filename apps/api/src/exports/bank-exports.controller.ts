import {
  answerStructureList,
  areaList,
  competencyList,
  exportQuery,
  interviewTemplateList,
  interviewTemplateVersionList,
  levelProfileList,
  questionList,
  signalList,
} from '@assay/contracts'
import { Controller, Query } from '@nestjs/common'
import { InterviewTemplateVersionsService } from '../interview-templates/interview-template-versions.service.ts'
import { InterviewTemplatesService } from '../interview-templates/interview-templates.service.ts'
import { AnswerStructuresService } from '../question-bank/answer-structures/answer-structures.service.ts'
import { AreasService } from '../question-bank/areas/areas.service.ts'
import { CompetenciesService } from '../question-bank/competencies/competencies.service.ts'
import { LevelProfilesService } from '../question-bank/level-profiles/level-profiles.service.ts'
import { QuestionsService } from '../question-bank/questions/questions.service.ts'
import { SignalsService } from '../question-bank/signals/signals.service.ts'
import { CsvOf } from './csv-of.ts'
import { type AskedOf, ExportsService, type QueryOf } from './exports.service.ts'
import { INTERVIEW_TEMPLATES, TEMPLATE_VERSIONS } from './hiring.sheets.ts'
import {
  ANSWER_STRUCTURES,
  AREAS,
  COMPETENCIES,
  LEVEL_PROFILES,
  QUESTIONS,
  SIGNALS,
} from './question-bank.sheets.ts'

/** The question bank and interview templates. */
@Controller()
export class BankExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly interviewTemplatesList: InterviewTemplatesService,
    private readonly versionsList: InterviewTemplateVersionsService,
    private readonly areasList: AreasService,
    private readonly competenciesList: CompetenciesService,
    private readonly questionsList: QuestionsService,
    private readonly answerStructuresList: AnswerStructuresService,
    private readonly signalsList: SignalsService,
    private readonly levelProfilesList: LevelProfilesService,
  ) {}

  @CsvOf('interview-templates', 'interview-templates.read')
  interviewTemplates(
    @Query({ schema: exportQuery(interviewTemplateList) }) asked: AskedOf<InterviewTemplatesService>,
  ) {
    return this.exports.file(INTERVIEW_TEMPLATES, asked, (query: QueryOf<InterviewTemplatesService>) =>
      this.interviewTemplatesList.list(query),
    )
  }

  @CsvOf('interview-template-versions', 'interview-templates.read')
  interviewTemplateVersions(
    @Query({ schema: exportQuery(interviewTemplateVersionList) })
    asked: AskedOf<InterviewTemplateVersionsService>,
  ) {
    return this.exports.file(TEMPLATE_VERSIONS, asked, (query: QueryOf<InterviewTemplateVersionsService>) =>
      this.versionsList.list(query),
    )
  }

  @CsvOf('areas', 'question-bank.read')
  areas(@Query({ schema: exportQuery(areaList) }) asked: AskedOf<AreasService>) {
    return this.exports.file(AREAS, asked, (query: QueryOf<AreasService>) => this.areasList.list(query))
  }

  @CsvOf('competencies', 'question-bank.read')
  competencies(@Query({ schema: exportQuery(competencyList) }) asked: AskedOf<CompetenciesService>) {
    return this.exports.file(COMPETENCIES, asked, (query: QueryOf<CompetenciesService>) =>
      this.competenciesList.list(query),
    )
  }

  @CsvOf('questions', 'question-bank.read')
  questions(@Query({ schema: exportQuery(questionList) }) asked: AskedOf<QuestionsService>) {
    return this.exports.file(QUESTIONS, asked, (query: QueryOf<QuestionsService>) =>
      this.questionsList.list(query),
    )
  }

  @CsvOf('answer-structures', 'question-bank.read')
  answerStructures(
    @Query({ schema: exportQuery(answerStructureList) }) asked: AskedOf<AnswerStructuresService>,
  ) {
    return this.exports.file(ANSWER_STRUCTURES, asked, (query: QueryOf<AnswerStructuresService>) =>
      this.answerStructuresList.list(query),
    )
  }

  @CsvOf('signals', 'question-bank.read')
  signals(@Query({ schema: exportQuery(signalList) }) asked: AskedOf<SignalsService>) {
    return this.exports.file(SIGNALS, asked, (query: QueryOf<SignalsService>) => this.signalsList.list(query))
  }

  @CsvOf('level-profiles', 'question-bank.read')
  levelProfiles(@Query({ schema: exportQuery(levelProfileList) }) asked: AskedOf<LevelProfilesService>) {
    return this.exports.file(LEVEL_PROFILES, asked, (query: QueryOf<LevelProfilesService>) =>
      this.levelProfilesList.list(query),
    )
  }
}
