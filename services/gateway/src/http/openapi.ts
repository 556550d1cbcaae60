import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { problemSchema } from '@coverwright/contracts';
import { z } from 'zod';

/** Publishes the OpenAPI 3.1 description, made from the schemas that validate, at `/api/openapi.json` and `/api/docs`. */
export function serveOpenApi(app: NestExpressApplication): void {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Coverwright')
    .setDescription('Applications, research notes and versioned cover letters. Errors are RFC 9457 problem documents with a stable `code`.')
    .setVersion('1')
    .addGlobalResponse({
      status: 'default',
      description: 'Problem',
      content: { 'application/problem+json': { schema: z.toJSONSchema(problemSchema) as object } },
    })
    .build();
  const document = SwaggerModule.createDocument(app, config);
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json', customSiteTitle: 'Coverwright API' });
}
