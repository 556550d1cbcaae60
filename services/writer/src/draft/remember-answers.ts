import { createHash } from 'node:crypto';
import type { AnswerMemo, ModelAnswer, ModelClient, ModelRequest } from '@coverwright/server';

/** A model that is not asked again what it has answered in the same run: letters are drafted in the same order from the same evidence. */
export function rememberAnswers(model: ModelClient, memo: Pick<AnswerMemo, 'recall' | 'keep'>, jobId: string): ModelClient {
  return {
    generator: model.generator,
    async chat(request: ModelRequest): Promise<ModelAnswer> {
      const question = questionOf(model.generator, request);
      const known = await memo.recall(jobId, question);
      if (known !== null) {
        const answer = JSON.parse(known) as ModelAnswer;
        request.onText?.(answer.text);
        return answer;
      }
      const answer = await model.chat(request);
      await memo.keep(jobId, question, JSON.stringify(answer));
      return answer;
    },
  };
}

const questionOf = (generator: string, { messages, maxTokens, temperature, seed, schema }: ModelRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([generator, messages, maxTokens, temperature, seed, schema]))
    .digest('hex');
