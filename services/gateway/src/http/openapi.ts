import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problemSchema } from '@coverwright/contracts';
import { z } from 'zod';

/** The OpenAPI 3.1 description, made from the schemas that validate. */
export function describeApi(app: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Coverwright')
    .setDescription('Applications, research notes and versioned cover letters. Errors are RFC 9457 problem documents with a stable `code`.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'AUTH_TOKEN, where one is set' })
    .addSecurityRequirements('bearer')
    .addGlobalResponse({
      status: 'default',
      description: 'Problem',
      content: { 'application/problem+json': { schema: z.toJSONSchema(problemSchema) as object } },
    })
    .build();
  return SwaggerModule.createDocument(app, config);
}

/** Publishes it at `/api/openapi.json` and `/api/docs`. */
export function serveOpenApi(app: NestExpressApplication, description: OpenAPIObject): void {
  SwaggerModule.setup('api/docs', app, description, { jsonDocumentUrl: 'api/openapi.json', customSiteTitle: 'Coverwright API' });
}
